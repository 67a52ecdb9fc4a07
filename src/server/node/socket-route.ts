import type { WebSocket } from 'ws'
import { HttpError } from '../http-error.js'
import type { RequestFacts } from '../security/request-facts.js'
import type { Services } from '../services.js'

/** What becomes of a WebSocket when it is open. */
export type Connect = (socket: WebSocket) => void

/**
 * What the WebSocket at `path` is for.
 *
 * @throws HttpError 404
 */
export async function socketRoute(path: string, _facts: RequestFacts, services: Services): Promise<Connect> {
  if (path === '/api/events/subscribe') return (socket) => sendEvents(socket, services)
  throw new HttpError(404, 'There is no WebSocket at this address.', 'Not Found')
}

function sendEvents(socket: WebSocket, { events }: Services): void {
  const stop = events.subscribe((event) => socket.send(JSON.stringify(event)))
  socket.on('error', () => socket.terminate())
  socket.on('close', stop)
}
