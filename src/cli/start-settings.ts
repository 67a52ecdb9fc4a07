import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { configFolder } from '../server/node/data-folder.js'
import { normalBaseUrl } from '../server/node/normal-base-url.js'
import type { Context, OptionValues } from './command.js'
import { didYouMean } from './nearest.js'
import { UsageError } from './usage-error.js'

export interface StartSettings {
  readonly ip: string
  readonly port: number
  readonly token: string | undefined
  readonly baseUrl: string | undefined
  /** Absolute. */
  readonly root: string | undefined
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
  readonly hosts: readonly string[]
  readonly maxKernels: number | undefined
  readonly cullIdle: number | undefined
  readonly openBrowser: boolean
}

/** What can be set by an option, by a variable (`BACKPROP_BASE_URL`) or in the configuration. */
const names = [
  'port',
  'token',
  'root',
  'base-url',
  'ip',
  'no-browser',
  'certfile',
  'keyfile',
  'max-kernels',
  'cull-idle',
  'insecure',
  'hosts',
] as const
type Name = (typeof names)[number]

/** A value and where it comes from, for messages. */
interface Given {
  readonly value: string
  readonly from: string
}

/**
 * The settings of `backprop start`: an option before a variable of the environment before `backprop.config.json`, which
 * is read from the person's own folder only, since a folder of notebooks can be anybody's.
 *
 * @throws UsageError naming what cannot be so and where it stands
 */
export async function startSettings(options: OptionValues, context: Context): Promise<StartSettings> {
  const { env, cwd } = context
  const config = await readConfig(context)
  const given = (name: Name): Given | undefined => {
    const option = options[name]
    if (option !== undefined) return { value: String(option), from: `--${name}` }
    const variable = `BACKPROP_${name.toUpperCase().replace('-', '_')}`
    const value = env[variable]
    return value === undefined ? config.get(name) : { value, from: variable }
  }
  const token = given('token')
  if (token?.value === '' && !isYes(given('insecure'))) {
    throw new UsageError(
      `${token.from} '' lets everybody who reaches the server run code. Add --insecure if you mean it.`,
    )
  }
  const root = given('root')?.value
  return {
    ip: given('ip')?.value ?? '127.0.0.1',
    port: whole(given('port'), 65_535) ?? 8888,
    token: token?.value,
    baseUrl: baseUrlOf(given('base-url')),
    root: root === undefined ? undefined : resolve(cwd, root),
    tls: await tlsOf(given('certfile'), given('keyfile'), cwd),
    hosts: (given('hosts')?.value ?? '').split(',').filter((host) => host.trim() !== ''),
    maxKernels: whole(given('max-kernels'), 10_000, 1),
    cullIdle: whole(given('cull-idle'), 1e9),
    openBrowser: !isYes(given('no-browser')),
  }
}

async function readConfig({ env, platform }: Context): Promise<Map<Name, Given>> {
  const file = join(configFolder(env, platform), 'backprop.config.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return new Map()
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch {
    throw new UsageError(`${file} is not JSON.`)
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new UsageError(`${file} should hold an object such as {"port": 8888}.`)
  }
  return new Map(
    Object.entries(values).map(([key, value]: [string, unknown]) => {
      const name = names.find((each) => each === key)
      if (name === undefined) {
        throw new UsageError(`${file}: there is no setting '${key}'.${didYouMean(key, names)}`)
      }
      return [
        name,
        { value: Array.isArray(value) ? value.join(',') : String(value), from: `${file}: ${key}` },
      ]
    }),
  )
}

function baseUrlOf(given: Given | undefined): string | undefined {
  if (given === undefined) return undefined
  try {
    return normalBaseUrl(given.value)
  } catch (error) {
    throw new UsageError(`${given.from}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function isYes(given: Given | undefined): boolean {
  return given !== undefined && !['', '0', 'false', 'no'].includes(given.value.toLowerCase())
}

function whole(given: Given | undefined, largest: number, least = 0): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given.value)
  if (/^\d+$/.test(given.value) && number >= least && number <= largest) return number
  throw new UsageError(
    `${given.from} cannot be '${given.value}'. Expected a whole number from ${least} to ${largest}.`,
  )
}

async function tlsOf(certfile: Given | undefined, keyfile: Given | undefined, cwd: string) {
  if (certfile === undefined && keyfile === undefined) return undefined
  if (certfile === undefined || keyfile === undefined) {
    throw new UsageError('--certfile and --keyfile go together: the certificate, and its key.')
  }
  const read = ({ value, from }: Given) =>
    readFile(resolve(cwd, value)).catch((error: Error) => {
      throw new UsageError(`${from} ${value} cannot be read: ${error.message}`)
    })
  const tls = { cert: await read(certfile), key: await read(keyfile) }
  try {
    createSecureContext(tls)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `${certfile.from} ${certfile.value} and ${keyfile.from} ${keyfile.value} are no certificate and its key, as PEM: ${why}`,
    )
  }
  return tls
}
