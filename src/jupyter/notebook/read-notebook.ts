import { readFile, stat } from 'node:fs/promises'
import { checkNotebook } from './check-notebook.js'
import { FieldError } from './field.js'
import { jsonErrorOffset } from './json-error-offset.js'
import type { Notebook } from './notebook.js'
import { NotebookError } from './notebook-error.js'
import { utf8Text } from './utf8-text.js'

const largestFile = 100 * 1024 * 1024

/**
 * Reads and checks an `.ipynb` file of nbformat 4.
 *
 * @throws NotebookError naming the file and the reason: not there, not UTF-8, not JSON, not a notebook
 */
export async function readNotebook(file: string): Promise<Notebook> {
  let bytes: Buffer
  try {
    const { size } = await stat(file)
    if (size > largestFile) {
      throw new NotebookError(
        file,
        `is ${Math.round(size / 1024 / 1024)} MB; notebooks over ${largestFile / 1024 / 1024} MB are not opened. Clear its outputs.`,
      )
    }
    bytes = await readFile(file)
  } catch (error) {
    if (error instanceof NotebookError) throw error
    throw new NotebookError(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  return decodeNotebook(bytes, file)
}

/**
 * The notebook in a file's bytes; `file` is only for messages.
 *
 * @throws NotebookError
 */
export function decodeNotebook(bytes: Uint8Array, file: string): Notebook {
  const text = utf8Text(bytes)
  if (text === undefined) throw new NotebookError(file, 'is not UTF-8 text.')
  return parseNotebook(text, file)
}

/**
 * The notebook in `text`; `file` is only for messages.
 *
 * @throws NotebookError
 */
export function parseNotebook(text: string, file: string): Notebook {
  if (text.startsWith('\uFEFF')) {
    throw new NotebookError(
      file,
      'starts with a byte order mark, which JSON has not. Save it as UTF-8 without one.',
    )
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new NotebookError(file, whyNotJson(text))
  }
  try {
    return checkNotebook(value)
  } catch (error) {
    if (error instanceof FieldError) throw new NotebookError(file, error.message)
    throw error
  }
}

function whyNotJson(text: string): string {
  if (text.trim() === '') return 'is empty; expected a notebook as JSON.'
  const conflict = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})( |\r?$)/.test(line))
  if (conflict >= 0) {
    return `is not JSON: line ${conflict + 1} is the mark of a merge conflict. Settle the conflict and save it again.`
  }
  const offset = jsonErrorOffset(text) ?? text.length
  const before = text.slice(0, offset).split('\n')
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  const found = /^[\w.+-]+|^.?/su.exec(text.slice(offset, offset + 20))?.[0]
  return `is not JSON: ${place}: ${found ? `unexpected ${JSON.stringify(found)}` : 'the file ends too early'}.`
}
