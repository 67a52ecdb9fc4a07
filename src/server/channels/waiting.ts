import type { Channel, Message } from '../../jupyter/message/message.js'
import { valueSize } from '../outputs/value-size.js'

/** A message that waits for its client, with about what it costs, in characters or bytes. */
export interface Waiting {
  readonly channel: Channel
  readonly message: Message
  readonly size: number
}

/** What a message costs besides its content: a million empty ones are not small. */
const entryCost = 400

export function waiting(channel: Channel, message: Message): Waiting {
  const buffers = message.buffers.reduce((sum, { byteLength }) => sum + byteLength, 0)
  return { channel, message, size: valueSize(message.content) + entryCost + buffers }
}
