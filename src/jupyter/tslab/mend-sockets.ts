import { mend } from './mend.js'
import type { TslabServer, TslabSocket } from './tslab-parts.js'

/**
 * tslab calls `send` without waiting for it. zeromq lets 512 of them through in one turn of the event loop; then one
 * has to wait, and those that come while it waits are refused: what the cell prints is lost, and its `idle` too. With
 * no time to wait and no limit of messages every send is handed to ZeroMQ at once, whose own thread sends it.
 */
export function mendSockets(server: TslabServer): void {
  mend(
    server,
    'bindSocket',
    (bindSocket) =>
      function (this: TslabServer, socket: TslabSocket, port: number) {
        socket.sendHighWaterMark = 0
        socket.sendTimeout = 0
        return bindSocket.call(this, socket, port)
      },
  )
}
