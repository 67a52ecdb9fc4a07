import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook'
import type { ServerConnection } from '@jupyterlab/services'
import { KeptOutputs } from './kept-outputs.js'

/** Outputs survive a reload: what a kernel did while this page was not there is shown, and goes on. */
export const outputsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:outputs',
  description: 'Shows what cells gave while the page was closed, and follows those that still run.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: ({ serviceManager }: JupyterFrontEnd, tracker: INotebookTracker) => {
    const begin = (panel: NotebookPanel) => {
      watch(panel, serviceManager.serverSettings)
    }
    tracker.forEach(begin)
    tracker.widgetAdded.connect((_, panel) => begin(panel))
  },
}

function watch(panel: NotebookPanel, settings: ServerConnection.ISettings): void {
  const { sessionContext, context } = panel
  let kept: KeptOutputs | undefined
  const follow = () => {
    kept?.stop()
    kept = undefined
    const kernel = sessionContext.session?.kernel
    if (kernel == null || panel.isDisposed) return
    kept = new KeptOutputs(panel, kernel, settings)
    void kept.join()
  }
  void Promise.all([context.ready, sessionContext.ready]).then(() => {
    if (panel.isDisposed) return
    follow()
    sessionContext.kernelChanged.connect(follow)
  })
  panel.disposed.connect(() => kept?.stop())
}
