/**
 * Whose settings are read at the start although their plugins start late, by the beginning of their ids: so no menu and
 * no shortcut is made twice. A test holds this list to `late.ts`, which the page's first script does not contain.
 */
export const lateSettings: readonly string[] = [
  '@jupyter-notebook/help-extension:',
  '@jupyter-notebook/notebook-extension:edit-notebook-metadata',
  '@jupyterlab/cell-toolbar-extension:',
  '@jupyterlab/celltags-extension:',
  '@jupyterlab/csvviewer-extension:',
  '@jupyterlab/fileeditor-extension:completer',
  '@jupyterlab/fileeditor-extension:plugin',
  '@jupyterlab/htmlviewer-extension:',
  '@jupyterlab/hub-extension:',
  '@jupyterlab/imageviewer-extension:',
  '@jupyterlab/logconsole-extension:',
  '@jupyterlab/markdownviewer-extension:',
  '@jupyterlab/metadataform-extension:',
  '@jupyterlab/notebook-extension:tools',
  '@jupyterlab/tooltip-extension:notebooks',
]
