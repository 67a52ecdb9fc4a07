import type { Kernel } from '../kernel/kernel.js'
import type { KernelExit } from '../kernel/kernel-process.js'
import type { Message } from '../message/message.js'

/** How a request ended: with its reply, or because the kernel did. */
export type RequestEnd = { readonly reply: Message } | { readonly exit: KernelExit }

/**
 * Milliseconds without a message after which an execution's reply counts as its end, though no `idle` came. What it
 * printed comes by another socket, and on a busy machine much later.
 */
export const quietAfterReply = 5_000

/** Milliseconds in which what an ended kernel had sent may still arrive. */
const lastWords = 100

/**
 * Watches what a kernel says about one request. It has ended when the reply came, on shell, and `idle`, on iopub; or
 * when after the reply no message came for `quiet` ms, since `idle` alone may be lost; or when the kernel is gone.
 */
export function followRequest(
  kernel: Kernel,
  request: Message,
  { quiet, onMessage }: { quiet: number; onMessage: (message: Message) => void },
): { readonly end: Promise<RequestEnd>; readonly hasReply: () => boolean; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let unsubscribe = () => {}
  let reply: Message | undefined
  const end = new Promise<RequestEnd>((resolve) => {
    let idle = false
    unsubscribe = kernel.subscribe((message, channel) => {
      if (message.parent_header.msg_id !== request.header.msg_id) return
      onMessage(message)
      if (message.header.msg_type === 'status') idle ||= message.content['execution_state'] === 'idle'
      else if (channel === 'shell') reply = message
      if (reply === undefined) return
      const ended = { reply }
      clearTimeout(timer)
      timer = setTimeout(() => resolve(ended), idle ? 0 : quiet)
    })
    void kernel.exited.then((exit) => {
      clearTimeout(timer)
      timer = setTimeout(() => resolve(reply === undefined ? { exit } : { reply }), lastWords)
    })
  })
  return {
    end,
    hasReply: () => reply !== undefined,
    stop: () => {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
