import { setTimeout as delay } from 'node:timers/promises'
import type { Kernel } from '../../../src/jupyter/kernel/kernel.js'
import { type Message, newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject } from '../../../src/jupyter/notebook/notebook.js'

export interface Answer {
  readonly reply: Message
  /** What came on iopub for the request, in order, statuses aside. */
  readonly published: readonly { readonly type: string; readonly content: JsonObject }[]
  /** Whether `idle` came. */
  readonly idle: boolean
  /** All that was printed on stdout. */
  readonly printed: string
}

/** Milliseconds without a message after which nothing more is expected of a kernel that loses its `idle`. */
const quiet = 700

export interface AskOptions {
  /** The kernel loses its `idle` over this: the reply and a while of silence have to do. */
  readonly losesIdle?: boolean
}

/** Sends a request and gathers all that a kernel says about it. */
export async function ask(
  kernel: Kernel,
  type: string,
  content: JsonObject,
  { losesIdle = false }: AskOptions = {},
): Promise<Answer> {
  const request = newMessage(type, content, { session: kernel.session })
  const messages: { message: Message; channel: string }[] = []
  const unsubscribe = kernel.subscribe((message, channel) => {
    if (message.parent_header.msg_id === request.header.msg_id) messages.push({ message, channel })
  })
  try {
    await kernel.send('shell', request)
    for (let seen = -1, since = 0; ; await delay(20)) {
      if (seen !== messages.length) since = Date.now()
      seen = messages.length
      const reply = messages.find(({ channel }) => channel === 'shell')?.message
      const iopub = messages.filter(({ channel }) => channel === 'iopub').map(({ message }) => message)
      const idle = iopub.some(({ content: { execution_state } }) => execution_state === 'idle')
      if (reply === undefined || (!idle && !(losesIdle && Date.now() - since > quiet))) continue
      const published = iopub
        .filter(({ header }) => header.msg_type !== 'status')
        .map((message) => ({ type: message.header.msg_type, content: message.content }))
      const printed = published
        .filter(({ type: each, content: { name } }) => each === 'stream' && name === 'stdout')
        .map(({ content: { text } }) => text)
        .join('')
      return { reply, published, idle, printed }
    }
  } finally {
    unsubscribe()
  }
}

/** Runs code, and tries again while tslab still aborts what comes after an error. */
export async function run(
  kernel: Kernel,
  code: string,
  request: JsonObject = {},
  options: AskOptions = {},
): Promise<Answer> {
  for (;;) {
    const answer = await ask(kernel, 'execute_request', { code, stop_on_error: true, ...request }, options)
    const { status } = answer.reply.content
    if (status !== 'abort' && status !== 'aborted') return answer
    await delay(100)
  }
}
