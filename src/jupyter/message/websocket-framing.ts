import { defaultFraming } from './default-framing.js'
import type { Channel, Message } from './message.js'
import { v1Framing } from './v1-framing.js'

/** What goes through a WebSocket: text, or bytes. */
export type WebsocketData = string | Uint8Array

/** How messages of a kernel's channels look on a WebSocket. */
export interface WebsocketFraming {
  /** The name to answer with in `Sec-WebSocket-Protocol`; undefined for the framing that has none. */
  readonly subprotocol: string | undefined

  encode(message: Message, channel: Channel): WebsocketData

  /** @throws FramesError when the data is no message, and nothing else, whatever the data is */
  decode(data: WebsocketData): { readonly message: Message; readonly channel: Channel }
}

/**
 * The framing for a client that offers these subprotocols: the binary one if it is among them, else that of old,
 * which has no name.
 *
 * @see https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html
 */
export function framingFor(offered: Iterable<string>): WebsocketFraming {
  return [...offered].some((name) => name === v1Framing.subprotocol) ? v1Framing : defaultFraming
}
