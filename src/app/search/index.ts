import { INotebookShell } from '@jupyter-notebook/application'
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ISearchProviderRegistry } from '@jupyterlab/documentsearch'

/** What JupyterLab's shortcut for searching looks for. */
const searchable = 'jp-mod-searchable'

/** Lets Ctrl-F search in the document. JupyterLab has this for its own shell, Notebook 7 in a package that is not on npm. */
export const search: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:search',
  description: 'Marks the document that can be searched in.',
  autoStart: true,
  requires: [INotebookShell, ISearchProviderRegistry],
  activate(_app: JupyterFrontEnd, shell: INotebookShell, registry: ISearchProviderRegistry) {
    const mark = () => {
      const { currentWidget } = shell
      currentWidget?.toggleClass(searchable, registry.hasProvider(currentWidget))
    }
    registry.changed.connect(mark)
    shell.currentChanged.connect(mark)
    mark()
  },
}
