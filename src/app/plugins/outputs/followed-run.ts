import type { Kernel, KernelMessage } from '@jupyterlab/services'
import type { RunModel } from '../../../jupyter/outputs/run-model.js'

type Request = KernelMessage.IExecuteRequestMsg
type Reply = KernelMessage.IExecuteReplyMsg

/**
 * A run that another page, or this one before it was reloaded, has asked for: what JupyterLab's output area needs of it
 * to show what comes.
 */
export class FollowedRun implements Kernel.IShellFuture<Request, Reply> {
  readonly msg: Request
  readonly done: Promise<Reply>
  isDisposed = false
  onReply: (message: Reply) => void | PromiseLike<void> = () => {}
  onIOPub: (message: KernelMessage.IIOPubMessage) => void | PromiseLike<void> = () => {}
  onStdin: (message: KernelMessage.IStdinMessage) => void | PromiseLike<void> = () => {}
  readonly #kernel: Kernel.IKernelConnection
  #settle: (reply: Reply | undefined) => void = () => {}

  constructor(
    readonly run: Pick<RunModel, 'id' | 'code'>,
    kernel: Kernel.IKernelConnection,
    /** Called when the output area has another run to show. */
    readonly onDispose: () => void,
  ) {
    this.#kernel = kernel
    // Who shows a future looks at the id and the type of its request alone.
    const header = {
      msg_id: run.id,
      msg_type: 'execute_request',
      session: '',
      username: '',
      date: '',
      version: '5.3',
    }
    this.msg = {
      channel: 'shell',
      header,
      parent_header: {},
      metadata: {},
      content: { code: run.code },
      buffers: [],
    } as Request
    this.done = new Promise((resolve, reject) => {
      this.#settle = (reply) =>
        reply === undefined ? reject(new Error('Canceled: another run took its place.')) : resolve(reply)
    })
    this.done.catch(() => {})
  }

  /** The run is over: whoever waits for it may go on. */
  end(status: string, count: number | null): void {
    const content = { status, execution_count: count }
    // As above: nobody looks at more than this of the reply of a run that was not asked for here.
    this.#settle({
      ...this.msg,
      channel: 'shell',
      parent_header: this.msg.header,
      content,
    } as unknown as Reply)
  }

  registerMessageHook(): void {}

  removeMessageHook(): void {}

  sendInputReply(
    content: KernelMessage.IInputReplyMsg['content'],
    parent: KernelMessage.IInputReplyMsg['parent_header'],
  ): void {
    this.#kernel.sendInputReply(content, parent)
  }

  dispose(): void {
    if (this.isDisposed) return
    this.isDisposed = true
    this.onIOPub = () => {}
    this.onStdin = () => {}
    this.onReply = () => {}
    this.#settle(undefined)
    this.onDispose()
  }
}
