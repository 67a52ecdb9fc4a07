import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBrowser } from '../../src/cli/check-browser.js'
import { checkBuild } from '../../src/cli/check-build.js'
import { checkNotebooks } from '../../src/cli/check-notebooks.js'
import { checkNode, checkTslab, checkZeromq } from '../../src/cli/check-packages.js'
import { findingText } from '../../src/cli/doctor.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('checkNode() compares with what package.json asks', () => {
  expect(checkNode().status).toBe('ok')
  expect(checkNode('20.19.0').status).toBe('ok')
  for (const version of ['20.20.2', '22.12.0', '23.0.0', '24.1.0'])
    expect([version, checkNode(version).status]).toEqual([version, 'ok'])
  // require() of an ES module came to line 22 with 22.12, and to line 21 never.
  for (const version of ['18.20.0', '20.18.1', '21.7.3', '22.11.0'])
    expect([version, checkNode(version).status]).toEqual([version, 'missing'])
  expect(checkNode('20.18.1')).toMatchObject({
    detail: '20.18.1 does not fit; ^20.19 or >=22.12 is needed.',
    advice: expect.stringContaining('nodejs.org'),
  })
})

test('checkTslab() and checkZeromq() find what is installed', async () => {
  expect(checkTslab()).toMatchObject({ status: 'ok', detail: expect.stringContaining('1.0.') })
  expect(await checkZeromq()).toMatchObject({ status: 'ok' })
})

describe('checkBuild()', () => {
  async function build(sources: string): Promise<void> {
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist', 'index.js'), '')
    await writeFile(join(folder, 'dist', 'build.json'), JSON.stringify({ version: '1.2.3', sources }))
  }

  test('misses a dist that is not built', async () => {
    expect(await checkBuild(folder)).toMatchObject({
      status: 'missing',
      advice: `Run npm run build in ${folder}.`,
    })
  })

  test('takes the dist of an installed package as it is', async () => {
    await build('x')
    expect(await checkBuild(folder)).toEqual({ subject: 'build', status: 'ok', detail: 'dist 1.2.3' })
  })

  test('misses a dist that was made from other sources', async () => {
    await build('old')
    await mkdir(join(folder, 'src', 'build'), { recursive: true })
    const ensure = join(folder, 'src', 'build', 'ensure.mjs')
    await writeFile(ensure, "export const sourcesHash = () => 'new'")
    expect(await checkBuild(folder)).toMatchObject({
      status: 'missing',
      detail: 'src has changed since dist was built.',
    })
  })
})

describe('checkNotebooks()', () => {
  test('names the chapters that are not there, and the broken ones with the reason', async () => {
    await writeFile(join(folder, '06-backprop.ipynb'), '{')
    const { status, detail } = await checkNotebooks(folder)
    expect(status).toBe('missing')
    expect(detail).toContain('not there: 01-contours-and-gradient,')
    expect(detail).not.toContain('not there: 06')
    expect(detail).toContain('06-backprop.ipynb: is not JSON')
  })
})

test('checkBrowser() takes the browser that BACKPROP_BROWSER names, else one on the PATH', async () => {
  const file = join(folder, 'firefox')
  await writeFile(file, '')
  expect(checkBrowser({ env: { BACKPROP_BROWSER: file, PATH: '' }, platform: 'linux' })).toMatchObject({
    detail: file,
  })
  expect(checkBrowser({ env: { PATH: `/absent:${folder}` }, platform: 'linux' })).toMatchObject({
    status: 'ok',
    detail: file,
  })
})

test('findingText() puts what to do below what was found', () => {
  expect(
    findingText({
      subject: 'tslab',
      status: 'missing',
      detail: 'is not installed.',
      advice: 'Run npm install.',
    }),
  ).toBe('missing   tslab       is not installed.\n                      Run npm install.\n')
})
