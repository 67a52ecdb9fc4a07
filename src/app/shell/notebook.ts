import notebookPage from '@jupyter-notebook/notebook-extension'
import completer from '@jupyterlab/completer-extension'
import labSearch from '@jupyterlab/documentsearch-extension'
import labNotebook from '@jupyterlab/notebook-extension'
import toc from '@jupyterlab/toc-extension'
import { firstView } from '../first-view/index.js'
import { search } from '../search/index.js'
import { except, only, type Plugin } from './pick.js'

/** What a notebook needs to be shown and typed in. */
export const notebook: readonly Plugin[] = [
  ...except(notebookPage, 'edit-notebook-metadata notebook-tools'),
  ...only(completer, 'manager base-service'),
  ...only(labSearch, 'plugin'),
  ...only(labNotebook, 'export tracker widget-factory completer copy-output search toc'),
  ...only(toc, 'registry tracker'),
  search,
  firstView,
]
