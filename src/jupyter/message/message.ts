import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../notebook/notebook.js'

/** The version of the messaging protocol that our own messages follow. */
export const protocolVersion = '5.3'

/** A kernel's sockets by the protocol's names; the heartbeat carries no messages. */
export const channels = ['shell', 'control', 'stdin', 'iopub'] as const

export type Channel = (typeof channels)[number]

export interface MessageHeader extends JsonObject {
  readonly msg_id: string
  readonly msg_type: string
  readonly session: string
  readonly username: string
  /** ISO 8601. */
  readonly date: string
  readonly version: string
}

/**
 * A Jupyter message as an object. How it looks on a wire is the business of `frames.ts` (ZeroMQ)
 * and `websocket-framing.ts`.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html
 */
export interface Message {
  readonly header: MessageHeader
  /** The header of the request that caused this message; empty when nothing did. */
  readonly parent_header: Partial<MessageHeader>
  readonly metadata: JsonObject
  readonly content: JsonObject
  readonly buffers: readonly Uint8Array[]
}

/** A request of our own, with a fresh id. `session` names the client that asks. */
export function newMessage(
  type: string,
  content: JsonObject,
  { session, metadata = {} }: { session: string; metadata?: JsonObject },
): Message {
  return {
    header: {
      msg_id: randomUUID(),
      msg_type: type,
      session,
      username: 'backprop',
      date: new Date().toISOString(),
      version: protocolVersion,
    },
    parent_header: {},
    metadata,
    content,
    buffers: [],
  }
}
