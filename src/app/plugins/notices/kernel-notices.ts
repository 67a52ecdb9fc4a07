import type { ISessionContext } from '@jupyterlab/apputils'
import type { NotebookPanel } from '@jupyterlab/notebook'
import { type Kernel, KernelAPI, KernelMessage } from '@jupyterlab/services'
import { barOf } from './bar-of.js'
import type { NoticeAction } from './notice.js'

const id = 'kernel'
const waitingId = 'waiting'

/** A kernel that is there sooner needs no word. */
const patience = 1_000

/** Says what becomes of a notebook's kernel: that it starts, waits, has died and why, or is not there. */
export function sayKernelStates(panel: NotebookPanel): void {
  const { sessionContext } = panel
  const bar = barOf(panel)
  /** What the server said with the last state. */
  let reason: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = (status: string) => {
    clearTimeout(timer)
    if (status === 'dead')
      return bar.say({ id, kind: 'trouble', text: deadText(reason), actions: [restart(sessionContext)] })
    if (status === 'autorestarting' || (status === 'restarting' && reason !== undefined))
      return bar.say({ id, kind: 'trouble', text: reason ?? diedText })
    if (status === 'starting' || status === 'restarting') {
      if (reason !== undefined) return bar.say({ id, kind: 'news', text: reason })
      const text = status === 'starting' ? 'The kernel is starting …' : 'The kernel is starting again …'
      timer = setTimeout(() => bar.say({ id, kind: 'news', text }), patience)
      return
    }
    if (status === 'busy' || status === 'terminating') reason = undefined
    // A kernel that died and is back leaves the word about it until the learner has closed it or run a cell.
    if (status === 'busy' || (status === 'idle' && reason === undefined)) bar.unsay(id)
  }

  // A dead kernel's connection tells its state and no more; only this signal has the message itself.
  const hear = (_: unknown, { msg }: Kernel.IAnyMessageArgs) => {
    if (!KernelMessage.isStatusMsg(msg)) return
    // Our server tells why; the type knows of the state alone.
    const { execution_state: state, reason: why }: { execution_state: string; reason?: unknown } = msg.content
    // A kernel that is there and does not answer is told of in a line of its own.
    if (state === 'idle' || state === 'busy') return
    if (typeof why === 'string') reason = why
    else if (state === 'starting' || state === 'restarting') reason = undefined
  }
  /** A kernel that waits for its turn answers as if it were idle, and why it waits came before we could hear it. */
  const sayWhatItWaitsFor = async (kernel: Kernel.IKernelConnection) => {
    const model = await modelOf(kernel)
    if (model?.execution_state !== 'starting' || !model.reason) return
    bar.say({ id: waitingId, kind: 'news', text: model.reason })
    await whenStarted(kernel)
    bar.unsay(waitingId)
  }
  sessionContext.session?.anyMessage.connect(hear)
  sessionContext.sessionChanged.connect((_, { newValue }) => newValue?.anyMessage.connect(hear))
  sessionContext.statusChanged.connect((_, status) => say(status))
  sessionContext.kernelChanged.connect((_, { newValue }) => {
    if (newValue === null) return
    const { reason: why, execution_state: state } = newValue.model
    // Empty when there is none.
    reason = state === 'idle' || state === 'busy' ? undefined : why || undefined
    say(newValue.status)
    void sayWhatItWaitsFor(newValue)
  })
  sayStartErrors(sessionContext, (message) =>
    bar.say({
      id,
      kind: 'trouble',
      text: `No kernel could be started. ${message}`,
      actions: [start(sessionContext)],
    }),
  )
  Object.defineProperty(panel, '_autorestarting', {
    // With this the panel takes its own dialog about a kernel that died for shown: the line above says it.
    get: () => true,
    set: () => {},
  })
}

const diedText = 'The kernel died and was started again: variables are gone, so run the cells above first.'

function deadText(reason: string | undefined): string {
  return `The kernel has died. ${reason ?? 'Its variables are gone; your notebook is all there.'}`
}

function restart(session: ISessionContext): NoticeAction {
  return {
    label: 'Restart the kernel',
    closes: false,
    run: () => begin(session),
  }
}

function start(session: ISessionContext): NoticeAction {
  return { label: 'Try again', closes: false, run: () => begin(session) }
}

/** Starts a kernel in the place of one that is dead, which its connection would not restart. */
async function begin(session: ISessionContext): Promise<void> {
  const name = session.session?.kernel?.name ?? session.kernelPreference.name ?? 'tslab'
  // The session on the server may have gone with its kernel.
  if (session.session !== null) await session.shutdown().catch(() => {})
  // Why it fails is said by what watches for that.
  await session.changeKernel({ name }).catch(() => {})
}

/** Resolves when the kernel does not wait for its turn any more. */
async function whenStarted(kernel: Kernel.IKernelConnection): Promise<void> {
  while (!kernel.isDisposed && (await modelOf(kernel))?.execution_state === 'starting')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
}

/** What the server says of a kernel. */
function modelOf({ id, serverSettings }: Kernel.IKernelConnection): Promise<Kernel.IModel | undefined> {
  return KernelAPI.getKernelModel(id, serverSettings).catch(() => undefined)
}

/** Says in the page why no kernel started, where the session would open a dialog. */
function sayStartErrors(session: ISessionContext, say: (message: string) => void): void {
  // The method is private; a test sees that no dialog comes.
  Object.assign(session, {
    _displayKernelError: async (message: string) => {
      if (session.kernelDisplayStatus !== 'dead') say(message)
    },
  })
}
