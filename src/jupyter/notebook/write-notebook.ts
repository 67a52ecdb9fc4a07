import { canonicalJson } from './canonical-json.js'
import { isTextMediaType } from './media-type.js'
import type { Attachments, Cell, JsonObject, JsonValue, MimeBundle, Notebook, Output } from './notebook.js'
import { splitLines } from './split-lines.js'
import { writeFileAtomically } from './write-file-atomically.js'

/** Writes `notebook` to `file` in the form of `formatNotebook`: whole or not at all. The folder must be there. */
export async function writeNotebook(file: string, notebook: Notebook): Promise<void> {
  await writeFileAtomically(file, formatNotebook(notebook))
}

/**
 * The text of the file as Jupyter's nbformat writes it: keys sorted, one space of indentation, texts as lists of
 * lines, a newline at the end. What Jupyter calls transient (signature, trust) is left out, as it does.
 */
export function formatNotebook(notebook: Notebook): string {
  return `${canonicalJson({
    nbformat: notebook.nbformat,
    nbformat_minor: notebook.nbformat_minor,
    metadata: without(notebook.metadata, ['orig_nbformat', 'orig_nbformat_minor', 'signature']),
    cells: notebook.cells.map(cellForFile),
  })}\n`
}

function cellForFile(cell: Cell): JsonObject {
  const shared = {
    cell_type: cell.cell_type,
    id: cell.id,
    metadata: without(cell.metadata, ['trusted']),
    source: splitLines(cell.source),
  }
  if (cell.cell_type === 'code') {
    return { ...shared, execution_count: cell.execution_count, outputs: cell.outputs.map(outputForFile) }
  }
  return cell.attachments === undefined
    ? shared
    : { ...shared, attachments: splitAttachments(cell.attachments) }
}

function outputForFile(output: Output): JsonObject {
  switch (output.output_type) {
    case 'stream':
      return { ...output, text: splitLines(output.text) }
    case 'display_data':
    case 'execute_result':
      return { ...output, data: splitBundle(output.data) }
    case 'error':
      return { ...output }
  }
}

function splitAttachments(attachments: Attachments): JsonObject {
  return Object.fromEntries(Object.entries(attachments).map(([name, bundle]) => [name, splitBundle(bundle)]))
}

function splitBundle(bundle: MimeBundle): JsonObject {
  return Object.fromEntries(
    Object.entries(bundle).map(([type, data]): [string, JsonValue] => [
      type,
      typeof data === 'string' && isTextMediaType(type) ? splitLines(data) : data,
    ]),
  )
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))
}
