import type { RunningServer } from '../server/node/start-server.js'
import type { Command, Context } from './command.js'
import { openPage } from './open-page.js'
import { packageRoot, packageVersion } from './package-root.js'
import { type StartSettings, startSettings } from './start-settings.js'
import { untilEnded } from './until-ended.js'
import { UsageError } from './usage-error.js'

/** `backprop start`: the server, and the course in the browser. */
export const start: Command = {
  name: 'start',
  summary: 'Open the course in the browser, with a kernel to run it.',
  usage: 'start [--port N] [--root DIR] [--no-browser] …',
  notes: [
    'Everything stays on this machine: the server listens on 127.0.0.1 unless told.',
    'Each option can also be a variable (BACKPROP_BASE_URL) or stand in backprop.config.json in your own',
    'configuration folder ($XDG_CONFIG_HOME/backprop-notebooks).',
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
    hosts: { type: 'string', value: 'A,B', help: 'Further names by which the server may be asked.' },
    insecure: { type: 'boolean', help: "Allow --token '': whoever reaches the server can run code." },
  },
  takesArguments: false,

  async run({ options: given, ...context }) {
    const settings = await startSettings(given, context)
    const log = (text: string) => context.err.write(text)
    const { startServer } = await import('../server/node/start-server.js')
    const options = { ...settings, home: packageRoot(), version: packageVersion(), cwd: context.cwd, log }
    const server = await startServer(options).catch((error: unknown) => {
      throw explain(error, settings)
    })
    stayUp(log)
    await announce(server, settings, context)
    // Meanwhile the browser starts: time to load what the page needs, to make the first chapter's copy and a kernel for it.
    void import('../server/pages/first-view/first-view.js').catch(() => {})
    if (settings.root === undefined) {
      void server.services.startPage().then(
        () => server.services.kernels.warm(),
        () => {},
      )
    }
    await untilEnded(server, context)
    return 0
  },
}

/** Says where the server is, and opens it. */
async function announce(
  { url, port, services }: RunningServer,
  settings: StartSettings,
  context: Context,
): Promise<void> {
  const { access } = services
  const { out, err } = context
  if (settings.port !== 0 && port !== settings.port) {
    out.write(`Port ${settings.port} is in use; this is ${port}.\n`)
  }
  if (access.isOpen) err.write(`WARNING: there is no token. Whoever reaches ${url} can run code as you.\n`)
  if (settings.tls === undefined && !isOwnMachine(settings.ip)) {
    err.write(`WARNING: ${url} is not encrypted. Others on the network can read the token; see --certfile.\n`)
  }
  // The browser's command line can be read by others on this machine; a code is worth nothing after its use.
  const opened = settings.openBrowser && (await openPage(`${url}login?code=${access.issueCode()}`, context))
  const address = access.isOpen ? url : `${url}?token=${encodeURIComponent(access.token)}`
  out.write(
    `${opened ? 'Opened in your browser. If it did not come up, open' : 'Open in your browser'}: ${address}\n`,
  )
  out.write('Ctrl-C ends the server.\n')
}

function isOwnMachine(ip: string): boolean {
  return /^(?:127\.|::1$|localhost$)/.test(ip)
}

/** Why the server could not listen, for a person. */
function explain(error: unknown, { ip, port }: StartSettings): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return new UsageError(`--root is not a folder: ${error.message}`)
    case 'EADDRINUSE':
      return new UsageError(`Port ${port} and those after it are in use. Give another with --port.`)
    case 'EACCES':
      if ('syscall' in error && error.syscall !== 'listen') return error
      return new UsageError(`Port ${port} may not be used by you. Give one above 1024 with --port.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError(`This machine has no address ${ip}. Without --ip it is 127.0.0.1.`)
    default:
      return error
  }
}

/** A mistake in one request must not end the kernels of all. */
function stayUp(log: (text: string) => void): void {
  const tell = (error: unknown) => {
    // Where nobody reads the log any more, to log that would fail again, for ever.
    if (error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'EIO')) return
    log(`backprop: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}
