import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { INotebookCellExecutor, runCell } from '@jupyterlab/notebook'

/**
 * In the place of `@jupyterlab/notebook-extension:cell-executor`, which takes a kernel that is still on its way for
 * none and clears the cell. Here the first Shift-Enter on a page that has just been opened waits for it.
 */
export const executorPlugin: JupyterFrontEndPlugin<INotebookCellExecutor> = {
  id: 'backprop-notebooks:cell-executor',
  description: 'Runs cells, once there is a kernel.',
  autoStart: true,
  provides: INotebookCellExecutor,
  activate: (_app: JupyterFrontEnd) => ({
    async runCell(options) {
      const { cell, sessionContext } = options
      if (cell.model.type === 'code' && sessionContext?.isReady === false) await sessionContext.ready
      return runCell(options)
    },
  }),
}
