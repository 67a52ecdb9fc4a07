import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook'

/** When the notebook does not come up, what it has to say should be seen. */
const patience = 10_000

/** Takes away what the server showed, when the notebook can be read and typed in itself. */
export const firstView: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:first-view',
  description: 'Replaces what the server showed by the notebook.',
  autoStart: true,
  requires: [INotebookTracker],
  activate(_app: JupyterFrontEnd, tracker: INotebookTracker) {
    const view = document.getElementById('bp-first-view')
    if (view === null) return
    const timer = setTimeout(() => view.remove(), patience)
    tracker.widgetAdded.connect(async (_tracker, panel) => {
      await panel.revealed.catch(() => {})
      await drawn(panel)
      clearTimeout(timer)
      replace(view, panel)
    })
  },
}

/** Resolves when the cells of the first screen are there. */
async function drawn(panel: NotebookPanel): Promise<void> {
  const first = panel.content.widgets.slice(0, 4)
  await Promise.all(first.map((cell) => cell.ready))
  await new Promise((resolve) => requestAnimationFrame(resolve))
}

function replace(view: HTMLElement, panel: NotebookPanel): void {
  const scrolled = view.querySelector('.bp-FirstView-outer')?.scrollTop ?? 0
  view.remove()
  const outer = panel.content.node.querySelector('.jp-WindowedPanel-outer')
  if (scrolled > 0 && outer !== null) outer.scrollTop = scrolled
}
