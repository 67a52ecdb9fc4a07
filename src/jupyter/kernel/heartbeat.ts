import type { ConnectionInfo } from './connection.js'

export interface HeartbeatOptions {
  /** Milliseconds between two beats. */
  readonly every?: number
  /** Beats without an answer after which the kernel counts as silent. */
  readonly missed?: number
}

/** Called when a kernel falls silent, and when it is heard again. */
export type HeartbeatListener = (state: 'lost' | 'found') => void

/**
 * Sends a kernel's heartbeat socket a few bytes now and then, which it has to send back. Beats are counted, not
 * seconds, so that a machine that slept or whose clock was moved loses none.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#heartbeat-for-kernels
 */
export async function watchHeartbeat(
  info: ConnectionInfo,
  listener: HeartbeatListener,
  { every = 3_000, missed = 10 }: HeartbeatOptions = {},
): Promise<() => void> {
  const { Dealer } = await import('zeromq')
  // A REQ socket would wait for each answer before it may send again.
  const socket = new Dealer({ linger: 0, sendTimeout: 0, reconnectInterval: 100 })
  socket.connect(`${info.transport}://${info.ip}:${info.hb_port}`)
  let unanswered = 0
  const timer = setInterval(() => {
    if (unanswered === missed) listener('lost')
    unanswered += 1
    // What a silent kernel has not read is enough to be heard again by.
    if (unanswered <= missed + 1) socket.send(['', 'beat']).catch(() => {})
  }, every)
  // It keeps no process from ending.
  timer.unref()
  const listen = async () => {
    for await (const _ of socket) {
      if (unanswered > missed) listener('found')
      unanswered = 0
    }
  }
  void listen()
  return () => {
    clearInterval(timer)
    socket.close()
  }
}
