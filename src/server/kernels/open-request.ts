import type { Channel, Message } from '../../jupyter/message/message.js'
import { Run } from './run.js'

/** A client's request that the kernel has not done with: its reply or its `idle` is still to come. */
export class OpenRequest {
  readonly run: Run | undefined
  replied = false
  idle = false
  /** Runs while the reply has come and `idle` has not: it may be lost. */
  timer: NodeJS.Timeout | undefined

  constructor(
    readonly channel: Exclude<Channel, 'iopub'>,
    readonly message: Message,
    /** The session id of the client that asked. */
    readonly client: string,
  ) {
    if (message.header.msg_type === 'execute_request') this.run = new Run(message, client)
  }

  get type(): string {
    return this.message.header.msg_type
  }

  /** Whether a reply comes: a comm's message gets none, only its `idle`. */
  get hasReply(): boolean {
    return this.type.endsWith('_request')
  }

  /** Nothing is to come any more. */
  get done(): boolean {
    return this.idle && (this.replied || !this.hasReply)
  }
}
