import type { ISessionContext } from '@jupyterlab/apputils'
import type { NotebookPanel } from '@jupyterlab/notebook'
import { KernelMessage } from '@jupyterlab/services'
import { barOf } from './bar-of.js'
import type { NoticeAction } from './notice.js'

const id = 'kernel'

/** A kernel that is there sooner needs no word. */
const patience = 1_000

/** Says what becomes of a notebook's kernel: that it starts, waits, has died and why, or is not there. */
export function sayKernelStates(panel: NotebookPanel): void {
  const { sessionContext } = panel
  const bar = barOf(panel)
  /** What the server said with the last state. */
  let reason: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const say = () => {
    clearTimeout(timer)
    const status = sessionContext.kernelDisplayStatus
    if (status === 'dead')
      return bar.say({ id, kind: 'trouble', text: deadText(reason), actions: [restart(sessionContext)] })
    if (status === 'autorestarting' || (status === 'restarting' && reason !== undefined))
      return bar.say({ id, kind: 'trouble', text: reason ?? diedText })
    if (status === 'starting' || status === 'restarting') {
      const text =
        reason ?? (status === 'starting' ? 'The kernel is starting …' : 'The kernel is starting again …')
      timer = setTimeout(() => bar.say({ id, kind: 'news', text }), reason === undefined ? patience : 0)
      return
    }
    // A kernel that died and is back leaves the word about it until the learner has closed it or run a cell.
    if (status === 'busy' || reason === undefined) bar.unsay(id)
    if (status === 'busy') reason = undefined
  }

  sessionContext.iopubMessage.connect((_, message) => {
    if (!KernelMessage.isStatusMsg(message)) return
    // Our server tells why; the type knows of the state alone.
    const content: { execution_state: string; reason?: unknown } = message.content
    if (typeof content.reason === 'string') reason = content.reason
    else if (content.execution_state === 'starting' || content.execution_state === 'restarting')
      reason = undefined
  })
  sessionContext.statusChanged.connect(say)
  sessionContext.kernelChanged.connect((_, { newValue }) => {
    const told = newValue?.model.reason
    if (told !== undefined) reason = told
    say()
  })
  void sessionContext.ready.then(say)
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
    run: async () => {
      // A dead kernel is not restarted by its connection: a new one takes its place.
      const { kernel } = session.session ?? {}
      if (kernel === undefined || kernel === null || kernel.status === 'dead') await begin(session)
      else await session.restartKernel()
    },
  }
}

function start(session: ISessionContext): NoticeAction {
  return { label: 'Try again', run: () => begin(session) }
}

async function begin(session: ISessionContext): Promise<void> {
  const name = session.session?.kernel?.name ?? session.kernelPreference.name ?? 'tslab'
  // Why it fails is said by what watches for that.
  await session.changeKernel({ name }).catch(() => {})
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
