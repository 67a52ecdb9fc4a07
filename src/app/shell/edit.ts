import fileeditor from '@jupyterlab/fileeditor-extension'
import { only, type Plugin } from './pick.js'

/** The editor of text files. */
export const editor: readonly Plugin[] = only(fileeditor, 'plugin widget-factory completer search')
