import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kernelspecRoutes } from '../../../src/server/kernelspecs/kernelspec-routes.js'
import { nodeKernelspecs } from '../../../src/server/kernelspecs/node-kernelspecs.js'
import { withErrors } from '../../support/with-errors.js'

let folder: string
const before = process.env['JUPYTER_PATH']
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-specs-'))
  const kernel = join(folder, 'kernels', 'own')
  await mkdir(kernel, { recursive: true })
  await writeFile(join(folder, 'secret.png'), 'secret')
  await symlink(join(folder, 'secret.png'), join(kernel, 'logo-32x32.png'))
  await writeFile(join(kernel, 'logo-64x64.png'), 'picture')
  await writeFile(join(kernel, 'kernel.json'), '{"argv": ["x"], "display_name": "Own", "language": "own"}')
  await mkdir(join(folder, 'kernels', 'broken'))
  await writeFile(join(folder, 'kernels', 'broken', 'kernel.json'), '{')
  process.env['JUPYTER_PATH'] = folder
})
afterAll(async () => {
  if (before === undefined) delete process.env['JUPYTER_PATH']
  else process.env['JUPYTER_PATH'] = before
  await rm(folder, { recursive: true })
})

const log: string[] = []
const routes = withErrors(
  kernelspecRoutes({ baseUrl: '/a%20b/', kernelspecs: nodeKernelspecs((text) => log.push(text)) }),
)

it('tslab is there without being registered, and is the default', async () => {
  const specs = await (await routes.request('/api/kernelspecs')).json()
  expect(specs.default).toBe('tslab')
  expect(specs.kernelspecs.tslab).toMatchObject({
    name: 'tslab',
    spec: { language: 'typescript' },
    resources: {},
  })
  expect(specs.kernelspecs.tslab.spec).not.toHaveProperty('name')
})

it('a registered kernel comes with the addresses of its files, and its logo can be had', async () => {
  const own = await (await routes.request('/api/kernelspecs/own')).json()
  expect(own.resources['logo-64x64']).toBe('/a%20b/kernelspecs/own/logo-64x64.png')
  const logo = await routes.request('/kernelspecs/own/logo-64x64.png')
  expect(logo.headers.get('content-type')).toBe('image/png')
  expect(await logo.text()).toBe('picture')
})

it('nothing else of the folder can be had, and no link out of it', async () => {
  for (const path of [
    'own/kernel.json',
    'own/logo-32x32.png',
    'own/..%2f..%2fsecret.png',
    'none/logo-64x64.png',
  ]) {
    const answer = await routes.request(`/kernelspecs/${path}`)
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
  }
})

it('a kernel.json that is broken is left out, and told once', async () => {
  await routes.request('/api/kernelspecs')
  await routes.request('/api/kernelspecs')
  expect(log.filter((line) => line.includes('broken'))).toHaveLength(1)
  expect((await routes.request('/api/kernelspecs/broken')).status).toBe(404)
})
