import type { Notebook } from '../../jupyter/notebook/notebook.js'
import { NotebookError } from '../../jupyter/notebook/notebook-error.js'
import { decodeNotebook as decode } from '../../jupyter/notebook/read-notebook.js'
import { HttpError } from '../http-error.js'

/**
 * The notebook in a file's bytes.
 *
 * @param path for the message
 * @throws HttpError 400 naming the path and the reason
 */
export function decodeNotebook(bytes: Uint8Array, path: string): Notebook {
  try {
    return decode(bytes, path)
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error
    throw new HttpError(400, `Unreadable Notebook: ${error.message}`, 'Bad notebook')
  }
}
