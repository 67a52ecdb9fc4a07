import type { Notebook } from '../../jupyter/notebook/notebook.js'
import { NotebookError } from '../../jupyter/notebook/notebook-error.js'
import { parseNotebook } from '../../jupyter/notebook/read-notebook.js'
import { HttpError } from '../http-error.js'

/**
 * The notebook in a file's bytes.
 *
 * @param path for the message
 * @throws HttpError 400 naming the path and the reason
 */
export function decodeNotebook(bytes: Uint8Array, path: string): Notebook {
  const refuse = (reason: string) =>
    new HttpError(400, `Unreadable Notebook: ${path}: ${reason}`, 'Bad notebook')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refuse('is not UTF-8 text.')
  }
  try {
    return parseNotebook(text, path)
  } catch (error) {
    if (error instanceof NotebookError) throw refuse(error.reason)
    throw error
  }
}
