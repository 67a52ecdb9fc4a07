/**
 * The packages whose plugins start late and have settings: theirs are read with all others at the start, so that no
 * menu and no shortcut is made twice. A test keeps this list that of `late.ts`, which the page's first script does
 * not contain.
 */
export const latePackages: readonly string[] = [
  '@jupyter-notebook/help-extension',
  '@jupyterlab/cell-toolbar-extension',
  '@jupyterlab/csvviewer-extension',
  '@jupyterlab/htmlviewer-extension',
  '@jupyterlab/imageviewer-extension',
  '@jupyterlab/logconsole-extension',
  '@jupyterlab/markdownviewer-extension',
  '@jupyterlab/metadataform-extension',
  '@jupyterlab/tooltip-extension',
]
