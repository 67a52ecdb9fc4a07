import help from '@jupyter-notebook/help-extension'
import notebookPage from '@jupyter-notebook/notebook-extension'
import cellToolbar from '@jupyterlab/cell-toolbar-extension'
import celltags from '@jupyterlab/celltags-extension'
import csv from '@jupyterlab/csvviewer-extension'
import labHelp from '@jupyterlab/help-extension'
import html from '@jupyterlab/htmlviewer-extension'
import hub from '@jupyterlab/hub-extension'
import image from '@jupyterlab/imageviewer-extension'
import logconsole from '@jupyterlab/logconsole-extension'
import markdown from '@jupyterlab/markdownviewer-extension'
import metadataform from '@jupyterlab/metadataform-extension'
import notebook from '@jupyterlab/notebook-extension'
import tooltip from '@jupyterlab/tooltip-extension'
import { all, only, type Plugin } from './pick.js'

/**
 * What nobody misses in the first second. Only leaves may stand here: a plugin that started before and asked for
 * the token of one of these got null for good.
 */
export const late: readonly Plugin[] = [
  ...all(help),
  ...all(cellToolbar),
  ...all(celltags),
  ...all(csv),
  ...only(labHelp, 'resources'),
  ...all(html),
  ...all(hub),
  ...all(image),
  ...all(logconsole),
  ...all(markdown),
  // The form of metadata looks for its fields when it starts.
  ...only(notebook, 'active-cell-tool log-output metadata-editor tools'),
  ...all(metadataform),
  ...only(notebook, 'update-raw-mimetype'),
  ...only(notebookPage, 'edit-notebook-metadata'),
  ...only(tooltip, 'manager notebooks'),
]
