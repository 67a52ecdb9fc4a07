import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSettings } from '../../src/cli/start-settings.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { collector } from './collector.js'

let cwd: string
const config = () => join(cwd, 'config', 'backprop-notebooks', 'backprop.config.json')
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'backprop-settings-'))
  await mkdir(join(cwd, 'config', 'backprop-notebooks'), { recursive: true })
})
afterAll(() => rm(cwd, { recursive: true }))

const settings = (options: Record<string, string | boolean>, env: Record<string, string> = {}) =>
  startSettings(options, {
    out: collector(),
    err: collector(),
    cwd,
    env: { XDG_CONFIG_HOME: join(cwd, 'config'), ...env },
    platform: 'linux',
  })

it('without anything given it is port 8888 of this machine alone, with a random token', async () => {
  expect(await settings({})).toMatchObject({
    ip: '127.0.0.1',
    port: 8888,
    token: undefined,
    openBrowser: true,
  })
})

it('an option comes before a variable, and a variable before the configuration', async () => {
  await writeFile(config(), '{"port": 1001, "base-url": "/c/", "max-kernels": 3, "no-browser": true}')
  const env = { BACKPROP_PORT: '1002', BACKPROP_MAX_KERNELS: '4' }
  expect(await settings({ port: '1003' }, env)).toMatchObject({
    port: 1003,
    maxKernels: 4,
    baseUrl: '/c/',
    openBrowser: false,
  })
  await rm(config())
})

it('the configuration of a folder of notebooks is not read', async () => {
  await writeFile(join(cwd, 'backprop.config.json'), '{"token": "", "insecure": true, "port": 1}')
  expect(await settings({})).toMatchObject({ port: 8888, token: undefined })
})

it('an empty token needs --insecure', async () => {
  await expect(settings({ token: '' })).rejects.toThrow(UsageError)
  await expect(settings({}, { BACKPROP_TOKEN: '' })).rejects.toThrow('BACKPROP_TOKEN')
  expect((await settings({ token: '', insecure: true })).token).toBe('')
})

it('what cannot be is named with where it stands', async () => {
  await expect(settings({ port: 'x' })).rejects.toThrow("--port cannot be 'x'")
  await expect(settings({}, { BACKPROP_CULL_IDLE: '-1' })).rejects.toThrow(
    "BACKPROP_CULL_IDLE cannot be '-1'",
  )
  await expect(settings({ 'base-url': '/a?b' })).rejects.toThrow('--base-url')
  await expect(settings({ certfile: 'a' })).rejects.toThrow('go together')
  await expect(settings({ certfile: 'a', keyfile: 'b' })).rejects.toThrow('cannot be read')
  await writeFile(join(cwd, 'no.pem'), 'no certificate')
  await expect(settings({ certfile: 'no.pem', keyfile: 'no.pem' })).rejects.toThrow(UsageError)
  await expect(settings({ 'max-kernels': '0' })).rejects.toThrow('from 1 to')
  await writeFile(config(), '{"prot": 1}')
  await expect(settings({})).rejects.toThrow(/no setting 'prot'.*port/)
  await writeFile(config(), '[')
  await expect(settings({})).rejects.toThrow('not JSON')
  await rm(config())
})
