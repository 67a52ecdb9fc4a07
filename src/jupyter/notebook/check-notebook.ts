import { createHash } from 'node:crypto'
import { checkMimeBundle, checkOutput } from './check-output.js'
import { FieldError, fail, field } from './field.js'
import type { Attachments, Cell, JsonObject, Notebook, NotebookMetadata } from './notebook.js'

/** Cell ids came with nbformat 4.5; older notebooks are given some. */
const minorWithIds = 5

/**
 * A notebook out of parsed JSON, nbformat 4.0 to 4.5, as 4.5.
 *
 * @throws FieldError naming the place and what was expected
 */
export function checkNotebook(value: unknown): Notebook {
  const document = field.object(value, '')
  const minor = checkVersion(document)
  field.only(document, ['nbformat', 'nbformat_minor', 'metadata', 'cells'], '')
  const ids = new Map<string, number>()
  const cells = field.list(document['cells'], 'cells').map((cell, i) => {
    const checked = checkCell(cell, i, minor)
    const earlier = ids.get(checked.id)
    if (earlier !== undefined) {
      throw new FieldError(
        `cells[${i}].id: "${checked.id}" is already the id of cells[${earlier}]; ids differ within a notebook.`,
      )
    }
    ids.set(checked.id, i)
    return checked
  })
  return { nbformat: 4, nbformat_minor: 5, metadata: checkMetadata(document['metadata']), cells }
}

function checkVersion(document: JsonObject): number {
  const { nbformat, nbformat_minor: minor } = document
  if (nbformat === undefined) throw new FieldError('nbformat is missing, so this is not a notebook.')
  if (nbformat === 3 || nbformat === 2 || nbformat === 1) {
    throw new FieldError(
      `nbformat is ${nbformat}, which is too old; expected 4. \`jupyter nbconvert --to notebook --inplace\` brings it up to date.`,
    )
  }
  if (nbformat !== 4) fail('nbformat', '4', nbformat)
  if (typeof minor !== 'number' || !Number.isInteger(minor) || minor < 0 || minor > minorWithIds) {
    fail('nbformat_minor', 'a whole number from 0 to 5', minor)
  }
  return minor
}

function checkMetadata(value: unknown): NotebookMetadata {
  const metadata = field.object(value, 'metadata')
  if (metadata['kernelspec'] !== undefined) {
    const kernelspec = field.object(metadata['kernelspec'], 'metadata.kernelspec')
    field.string(kernelspec['name'], 'metadata.kernelspec.name')
    field.string(kernelspec['display_name'], 'metadata.kernelspec.display_name')
  }
  if (metadata['language_info'] !== undefined) {
    const language = field.object(metadata['language_info'], 'metadata.language_info')
    field.string(language['name'], 'metadata.language_info.name')
  }
  if (metadata['title'] !== undefined) field.string(metadata['title'], 'metadata.title')
  // The three members that NotebookMetadata names were checked above.
  return metadata as NotebookMetadata
}

function checkCell(value: unknown, index: number, minor: number): Cell {
  const where = `cells[${index}]`
  const cell = field.object(value, where)
  const source = field.lines(cell['source'], `${where}.source`)
  const shared = {
    id: checkId(cell['id'], `${where}.id`, minor, index, source),
    metadata: field.object(cell['metadata'], `${where}.metadata`),
    source,
  }
  const keys = ['cell_type', 'id', 'metadata', 'source']
  switch (cell['cell_type']) {
    case 'code':
      field.only(cell, [...keys, 'execution_count', 'outputs'], where)
      return {
        cell_type: 'code',
        ...shared,
        execution_count: field.count(cell['execution_count'], `${where}.execution_count`),
        outputs: field
          .list(cell['outputs'], `${where}.outputs`)
          .map((output, i) => checkOutput(output, `${where}.outputs[${i}]`)),
      }
    case 'markdown':
    case 'raw':
      field.only(cell, [...keys, 'attachments'], where)
      return {
        cell_type: cell['cell_type'],
        ...shared,
        ...(cell['attachments'] === undefined
          ? {}
          : { attachments: checkAttachments(cell['attachments'], `${where}.attachments`) }),
      }
    default:
      return fail(`${where}.cell_type`, '"code", "markdown" or "raw"', cell['cell_type'])
  }
}

function checkId(value: unknown, where: string, minor: number, index: number, source: string): string {
  if (minor < minorWithIds && value === undefined) {
    // From place and source, so that reading a file twice gives the same ids.
    return createHash('sha256').update(`${index}\0${source}`).digest('hex').slice(0, 8)
  }
  if (typeof value !== 'string' || !/^[a-zA-Z0-9-_]{1,64}$/.test(value)) {
    fail(where, 'a string of 1 to 64 of the characters A–Z a–z 0–9 - _', value)
  }
  return value
}

function checkAttachments(value: unknown, where: string): Attachments {
  return Object.fromEntries(
    Object.entries(field.object(value, where)).map(([name, bundle]) => [
      name,
      checkMimeBundle(bundle, `${where}["${name}"]`),
    ]),
  )
}
