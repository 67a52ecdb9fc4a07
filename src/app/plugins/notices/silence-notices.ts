import type { NotebookPanel } from '@jupyterlab/notebook'
import { type Kernel, KernelMessage } from '@jupyterlab/services'
import { barOf } from './bar-of.js'

const id = 'silence'

/**
 * Says that a kernel runs and does not answer, which the server notices by its heartbeat while no cell computes, until
 * the server hears the kernel again.
 */
export function saySilence(panel: NotebookPanel): void {
  const { sessionContext } = panel
  const bar = barOf(panel)
  const say = (text: string) =>
    bar.say({
      id,
      kind: 'trouble',
      text,
      actions: [{ label: 'Restart the kernel', run: () => sessionContext.restartKernel() }],
    })

  const hear = (_: unknown, { msg }: Kernel.IAnyMessageArgs) => {
    // A state with a request is said about that alone, by the kernel or by the server in its place.
    if (!KernelMessage.isStatusMsg(msg) || Object.keys(msg.parent_header).length > 0) return
    const silent = reasonOf(msg.content)
    if (silent !== undefined) say(silent)
    else bar.unsay(id)
  }
  sessionContext.session?.anyMessage.connect(hear)
  sessionContext.sessionChanged.connect((_, { newValue }) => newValue?.anyMessage.connect(hear))
  sessionContext.kernelChanged.connect((_, { newValue }) => {
    bar.unsay(id)
    // The page may have been opened when the kernel was silent already.
    const silent = newValue === null ? undefined : reasonOf(newValue.model)
    if (silent !== undefined) say(silent)
  })
}

/** Why a kernel that is idle or busy does not answer, if it does not: our server tells, the types know of the state alone. */
function reasonOf(state: {
  readonly execution_state?: string
  readonly reason?: unknown
}): string | undefined {
  const { execution_state: name, reason } = state
  return typeof reason === 'string' && (name === 'idle' || name === 'busy') ? reason : undefined
}
