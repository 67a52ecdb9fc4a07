import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { CodeCell } from '@jupyterlab/cells'
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook'
import { showTiming } from './cell-timing.js'
import './timing.css'

/** Shows how long each cell ran, and when. The record is in the notebook, so it is there after a reload. */
export const timingPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:timing',
  description: 'Shows how long a cell ran and when.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_app: JupyterFrontEnd, tracker: INotebookTracker) => {
    tracker.forEach(watch)
    tracker.widgetAdded.connect((_, panel) => watch(panel))
  },
}

function watch(panel: NotebookPanel): void {
  const seen = new WeakSet<CodeCell>()
  const look = () => {
    for (const cell of panel.content.widgets) {
      if (!(cell instanceof CodeCell) || seen.has(cell)) continue
      seen.add(cell)
      showTiming(cell)
    }
  }
  void panel.context.ready.then(() => {
    look()
    panel.content.model?.cells.changed.connect(look)
    panel.content.modelContentChanged.connect(look)
  })
}
