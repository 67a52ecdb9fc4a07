import type { SessionModel } from '../server/services.js'
import type { Context } from './command.js'

interface Ending {
  readonly shutdownAsked: Promise<void>
  readonly services: { readonly sessions: { list(): Promise<readonly SessionModel[]> } }
  close(): Promise<void>
}

/**
 * Waits until the server is to end, and ends it: at the request of a client, at SIGTERM or SIGHUP, or at Ctrl-C. While
 * kernels are at work the first Ctrl-C names it, and the second one ends.
 */
export async function untilEnded(
  server: Ending,
  { err, signals = process }: Pick<Context, 'err'> & { signals?: NodeJS.EventEmitter },
): Promise<void> {
  let stop = () => {}
  const signalled = new Promise<void>((resolve) => {
    let asked = false
    const onInterrupt = async () => {
      const work = asked ? [] : await workOf(server)
      if (work.length === 0) return resolve()
      asked = true
      err.write(`\nStill at work: ${work.join(', ')}. Ctrl-C again ends the server and the work.\n`)
    }
    const onTerminate = () => resolve()
    signals.on('SIGINT', onInterrupt)
    signals.on('SIGTERM', onTerminate)
    signals.on('SIGHUP', onTerminate)
    stop = () => {
      signals.off('SIGINT', onInterrupt)
      signals.off('SIGTERM', onTerminate)
      signals.off('SIGHUP', onTerminate)
    }
  })
  await Promise.race([signalled, server.shutdownAsked])
  await server.close()
  // Only now: until the kernels are gone, a signal must not end this process before them.
  stop()
}

/** The notebooks whose kernels are busy. */
async function workOf({ services: { sessions } }: Ending): Promise<string[]> {
  const all = await sessions.list()
  return all.filter(({ kernel }) => kernel?.execution_state === 'busy').map(({ path, name }) => path || name)
}
