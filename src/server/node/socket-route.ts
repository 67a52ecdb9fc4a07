import type { WebSocket } from 'ws'
import { decodeSegment } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import type { RequestFacts } from '../security/request-facts.js'
import type { Services } from '../services.js'
import { carryChannels } from './carry-channels.js'

/** What becomes of a WebSocket when it is open. */
export type Connect = (socket: WebSocket) => void

/**
 * What the WebSocket at `path` is for.
 *
 * @param path below the base URL, encoded
 * @throws HttpError 404
 */
export async function socketRoute(path: string, facts: RequestFacts, services: Services): Promise<Connect> {
  if (path === '/api/events/subscribe') return (socket) => sendEvents(socket, services)
  const kernel = /^\/api\/kernels\/([^/]+)\/channels$/.exec(path)?.[1]
  if (kernel === undefined) throw new HttpError(404, 'There is no WebSocket at this address.', 'Not Found')
  const { id } = await services.kernels.get(decodeSegment(kernel))
  const session = facts.url.searchParams.get('session_id') ?? ''
  return (socket) => carryChannels(socket, id, session, services)
}

function sendEvents(socket: WebSocket, { events }: Services): void {
  const stop = events.subscribe((event) => socket.send(JSON.stringify(event)))
  socket.on('close', stop)
}
