import type { Context } from './command.js'

interface Ending {
  readonly shutdownAsked: Promise<void>
  readonly services: { readonly kernels: { list(): Promise<readonly { execution_state: string }[]> } }
  close(): Promise<void>
}

/**
 * Waits until the server is to end, and ends it: at the request of a client, at SIGTERM or SIGHUP, or at Ctrl-C. While
 * kernels are at work the first Ctrl-C says so, and the second one ends.
 */
export async function untilEnded(server: Ending, { err }: Pick<Context, 'err'>): Promise<void> {
  let stop = () => {}
  const signalled = new Promise<void>((resolve) => {
    let asked = false
    const onInterrupt = async () => {
      const busy = (await server.services.kernels.list()).filter((each) => each.execution_state === 'busy')
      if (asked || busy.length === 0) return resolve()
      asked = true
      err.write(
        `\n${busy.length === 1 ? 'A kernel is' : `${busy.length} kernels are`} at work. Ctrl-C again ends the server and the work.\n`,
      )
    }
    const onTerminate = () => resolve()
    process.on('SIGINT', onInterrupt)
    process.on('SIGTERM', onTerminate)
    process.on('SIGHUP', onTerminate)
    stop = () => {
      process.off('SIGINT', onInterrupt)
      process.off('SIGTERM', onTerminate)
      process.off('SIGHUP', onTerminate)
    }
  })
  await Promise.race([signalled, server.shutdownAsked])
  stop()
  await server.close()
}
