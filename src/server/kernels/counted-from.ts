import type { Message } from '../../jupyter/message/message.js'

/** The message with its execution count less what was executed before the learner's first cell. */
export function countedFrom(executedBefore: number, message: Message): Message {
  const { execution_count: count } = message.content
  if (executedBefore === 0 || typeof count !== 'number') return message
  return { ...message, content: { ...message.content, execution_count: count - executedBefore } }
}
