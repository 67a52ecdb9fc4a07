import treePage from '@jupyter-notebook/tree-extension'
import files from '@jupyterlab/filebrowser-extension'
import running from '@jupyterlab/running-extension'
import settings from '@jupyterlab/settingeditor-extension'
import { all, only, type Plugin } from './pick.js'

/** The page of files and of what runs. */
export const tree: readonly Plugin[] = [
  ...all(treePage),
  ...only(files, 'browser download file-upload-status open-with share-file'),
  ...only(running, 'plugin sidebar'),
  ...all(settings),
]
