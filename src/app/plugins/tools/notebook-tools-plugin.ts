import { INotebookShell } from '@jupyter-notebook/application'
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { INotebookTools, NotebookPanel } from '@jupyterlab/notebook'

/**
 * In the place of `@jupyter-notebook/notebook-extension:notebook-tools`, which waits for a notebook to be opened: these
 * editors of metadata take their time, and start when the notebook is on the page.
 */
export const notebookToolsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:notebook-tools',
  description: 'Puts the metadata of the notebook and its cells into the right sidebar.',
  autoStart: true,
  requires: [INotebookShell, INotebookTools],
  activate: (_app: JupyterFrontEnd, shell: INotebookShell, tools: INotebookTools) => {
    const show = () => {
      if (!tools.isAttached && shell.currentWidget instanceof NotebookPanel)
        shell.add(tools, 'right', { type: 'Property Inspector' })
    }
    shell.currentChanged.connect(show)
    show()
  },
}
