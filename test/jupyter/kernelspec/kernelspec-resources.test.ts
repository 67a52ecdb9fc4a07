import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  kernelspecResources,
  readKernelspecResource,
} from '../../../src/jupyter/kernelspec/kernelspec-resources.js'
import { trials } from '../../support/trials.js'

let parent: string
let resource_dir: string
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  resource_dir = join(parent, 'kernels', 'x')
  await mkdir(join(resource_dir, 'logo-folder'), { recursive: true })
  await writeFile(join(parent, 'secret'), 'secret')
  await mkdir(join(parent, 'kernels', 'x-evil'))
  await writeFile(join(parent, 'kernels', 'x-evil', 'logo-1.png'), 'secret')
  for (const name of ['kernel.json', 'kernel.js', 'logo-64x64.png', 'logo-svg.svg', 'notes.txt']) {
    await writeFile(join(resource_dir, name), name)
  }
  await symlink(join(parent, 'secret'), join(resource_dir, 'logo-link.png'))
})
afterAll(() => rm(parent, { recursive: true }))

describe('kernelspecResources()', () => {
  test('lists logos and scripts by Jupyter’s keys, and nothing else', async () => {
    const { 'logo-link': _, 'logo-folder': __, ...files } = await kernelspecResources({ resource_dir })
    expect(files).toEqual({
      'kernel.js': 'kernel.js',
      'logo-64x64': 'logo-64x64.png',
      'logo-svg': 'logo-svg.svg',
    })
  })

  test('has nothing for a kernel without a folder', async () => {
    expect(await kernelspecResources({})).toEqual({})
  })
})

describe('readKernelspecResource()', () => {
  test('gives the bytes of a listed file', async () => {
    const bytes = await readKernelspecResource({ resource_dir }, 'logo-64x64.png')
    expect(Buffer.from(bytes ?? []).toString()).toBe('logo-64x64.png')
  })

  test.each([
    '../secret',
    '..%2fsecret',
    '/etc/passwd',
    'logo-/../../../secret',
    'logo-..\\..\\secret',
    '../x-evil/logo-1.png',
    'logo-link.png',
    'logo-folder',
    'logo-64x64.png\0.txt',
    'kernel.json',
    'notes.txt',
    'logo-absent.png',
    '',
    '.',
  ])('has nothing for %j', async (name) => {
    expect(await readKernelspecResource({ resource_dir }, name)).toBeUndefined()
  })

  test('never reads what lies outside the folder, and never fails, whatever is asked for', async () => {
    const piece = fc.constantFrom('..', '/', '\\', 'secret', 'logo-', 'x-evil', 'link', '.png', '\0', '%2e')
    const name = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    await fc.assert(
      fc.asyncProperty(name, async (asked) => {
        const bytes = await readKernelspecResource({ resource_dir }, asked)
        expect(Buffer.from(bytes ?? []).toString()).not.toContain('secret')
      }),
      { numRuns: trials(300) },
    )
  })
})
