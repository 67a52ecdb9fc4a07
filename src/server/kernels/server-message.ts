import { type Message, type MessageHeader, newMessage } from '../../jupyter/message/message.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'

/** What the server says in a kernel's place: `session` is the kernel's, `parent` the request it is about. */
export function serverMessage(
  type: string,
  content: JsonObject,
  { session, parent = {} }: { session: string; parent?: Partial<MessageHeader> },
): Message {
  return { ...newMessage(type, content, { session }), parent_header: parent }
}

/** `execute_request` → `execute_reply`. */
export function replyTypeOf(requestType: string): string {
  return requestType.replace(/_request$/, '_reply')
}
