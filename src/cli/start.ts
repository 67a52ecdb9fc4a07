import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command, Context, OptionValues } from './command.js'
import { openPage } from './open-page.js'
import { packageRoot, packageVersion } from './package-root.js'
import { untilEnded } from './until-ended.js'
import { UsageError } from './usage-error.js'

/** `backprop start`: the server, and the course in the browser. */
export const start: Command = {
  name: 'start',
  summary: 'Open the course in the browser, with a kernel to run it.',
  usage: 'start [--port N] [--root DIR] [--no-browser] …',
  notes: [
    'Everything stays on this machine: the server listens on 127.0.0.1 unless told.',
    'Ctrl-C ends it; it asks once when kernels are at work.',
  ],
  options: {
    port: { type: 'string', value: 'N', help: 'The port: 8888 unless told; the next one when it is in use.' },
    token: {
      type: 'string',
      value: 'T',
      mayBeEmpty: true,
      help: 'The token to come in with: a random one unless told.',
    },
    root: { type: 'string', value: 'DIR', help: "The folder to show: the course's own work unless told." },
    'base-url': {
      type: 'string',
      value: 'URL',
      help: 'The path that all addresses begin with: / unless told.',
    },
    ip: { type: 'string', value: 'A', help: 'The address to listen on: 127.0.0.1 unless told.' },
    'no-browser': { type: 'boolean', help: 'Only print the address.' },
    certfile: { type: 'string', value: 'F', help: 'A certificate, for https.' },
    keyfile: { type: 'string', value: 'F', help: 'Its key.' },
    'max-kernels': {
      type: 'string',
      value: 'N',
      help: 'How many kernels may run at once: no limit unless told.',
    },
    'cull-idle': {
      type: 'string',
      value: 'S',
      help: 'End kernels that were idle for S seconds: never unless told.',
    },
    insecure: { type: 'boolean', help: "Allow --token '': whoever reaches the server can run code." },
  },
  takesArguments: false,

  async run({ options, ...context }) {
    const settings = await settingsOf(options, context)
    const { startServer } = await import('../server/node/start-server.js')
    const server = await startServer({
      ...settings,
      home: packageRoot(),
      version: packageVersion(),
      log: (text) => context.err.write(text),
    })
    await announce(server, settings, context)
    await untilEnded(server, context)
    return 0
  },
}

async function settingsOf(options: OptionValues, { cwd }: Context) {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  const token = text('token')
  if (token === '' && options['insecure'] !== true) {
    throw new UsageError(
      "--token '' lets everybody who reaches the server run code. Add --insecure if you mean it.",
    )
  }
  const root = text('root')
  return {
    ip: text('ip') ?? '127.0.0.1',
    port: whole(text('port'), '--port', 65_535) ?? 8888,
    token,
    baseUrl: text('base-url'),
    root: root === undefined ? undefined : resolve(cwd, root),
    tls: await tlsOf(text('certfile'), text('keyfile'), cwd),
    maxKernels: whole(text('max-kernels'), '--max-kernels', 10_000),
    cullIdle: whole(text('cull-idle'), '--cull-idle', 1e9),
    openBrowser: options['no-browser'] !== true,
  }
}

function whole(value: string | undefined, name: string, largest: number): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > largest) {
    throw new UsageError(`${name} cannot be '${value}'. Expected a whole number from 0 to ${largest}.`)
  }
  return number
}

async function tlsOf(certfile: string | undefined, keyfile: string | undefined, cwd: string) {
  if (certfile === undefined && keyfile === undefined) return undefined
  if (certfile === undefined || keyfile === undefined) {
    throw new UsageError('--certfile and --keyfile go together: the certificate, and its key.')
  }
  const read = (file: string) =>
    readFile(resolve(cwd, file)).catch((error: Error) => {
      throw new UsageError(`${file} cannot be read: ${error.message}`)
    })
  return { cert: await read(certfile), key: await read(keyfile) }
}

async function announce(
  server: {
    url: string
    port: number
    services: { access: { token: string; isOpen: boolean; issueCode(): string } }
  },
  settings: { port: number; openBrowser: boolean },
  context: Context,
): Promise<void> {
  const { url, port, services } = server
  const { access } = services
  const { out } = context
  if (settings.port !== 0 && port !== settings.port) {
    out.write(`Port ${settings.port} is in use; this is ${port}.\n`)
  }
  if (access.isOpen) {
    context.err.write(`WARNING: there is no token. Whoever reaches ${url} can run code as you.\n`)
  }
  // The browser's command line can be read by others on this machine; a code is worth nothing after its use.
  const opened = settings.openBrowser && (await openPage(`${url}login?code=${access.issueCode()}`, context))
  out.write(
    `${opened ? 'Opened in your browser. If it did not come up, open' : 'Open in your browser'}: ${access.isOpen ? url : `${url}?token=${access.token}`}\n`,
  )
  out.write('Ctrl-C ends the server.\n')
}
