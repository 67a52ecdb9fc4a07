import { checkMimeBundle, checkOutput } from './check-output.js'
import { FieldError, fail, field } from './field.js'
import { isDeeperThan } from './is-deeper-than.js'
import { newCellIds } from './new-cell-ids.js'
import type { Attachments, Cell, JsonObject, JsonValue, Notebook, NotebookMetadata } from './notebook.js'
import { schemaProblem } from './schema-problem.js'

/** Cell ids came with nbformat 4.5; older notebooks are given some. */
const minorWithIds = 5
/** The newest minor version that is known here. */
const newestMinor = 5
const deepestNesting = 200

/**
 * A notebook out of parsed JSON, nbformat 4, as 4.5, which a saved one is, too. Minor versions only add to the format,
 * so one that is newer is taken when it holds nothing that was added since. What was added would be lost when the
 * notebook is saved: such a one is refused.
 *
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 * @throws FieldError naming the place and what was expected
 */
export function checkNotebook(value: unknown): Notebook {
  if (isDeeperThan(value, deepestNesting)) {
    throw new FieldError(`has values nested more than ${deepestNesting} deep.`)
  }
  const document = field.object(value, '')
  const minor = checkVersion(document)
  try {
    return checkContent(document, minor)
  } catch (error) {
    if (minor <= newestMinor || !(error instanceof FieldError)) throw error
    throw new FieldError(
      `nbformat_minor is ${minor}, and ${newestMinor} is the newest that is known here. By nbformat 4.${newestMinor} it is not valid: ${error.message} Saved here it would lose what 4.${minor} has added, so it is not opened and stays as it is. Save it as nbformat 4.${newestMinor} with the program that made it.`,
    )
  }
}

function checkContent(document: JsonObject, minor: number): Notebook {
  field.only(document, ['nbformat', 'nbformat_minor', 'metadata', 'cells'], '')
  const cells = checkCells(field.list(document['cells'], 'cells'), minor)
  const metadata = checkMetadata(document['metadata'])
  const notebook: Notebook = { nbformat: 4, nbformat_minor: 5, metadata, cells }
  const problem = schemaProblem(notebook)
  if (problem !== undefined) throw new FieldError(problem)
  return notebook
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
  if (typeof minor !== 'number' || !Number.isInteger(minor) || minor < 0) {
    fail('nbformat_minor', 'a whole number that is not negative', minor)
  }
  return minor
}

function checkCells(values: readonly JsonValue[], minor: number): Cell[] {
  const objects = values.map((cell, i) => field.object(cell, `cells[${i}]`))
  const places = new Map<string, number>()
  for (const [i, { id }] of objects.entries()) {
    if (id === undefined && minor < minorWithIds) continue
    const checked = checkId(id, `cells[${i}].id`)
    const earlier = places.get(checked)
    if (earlier !== undefined) {
      throw new FieldError(
        `cells[${i}].id: "${checked}" is already the id of cells[${earlier}]; ids differ within a notebook.`,
      )
    }
    places.set(checked, i)
  }
  const newId = newCellIds(new Set(places.keys()))
  return objects.map((cell, i) => checkCell(cell, i, newId))
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

function checkCell(cell: JsonObject, index: number, newId: ReturnType<typeof newCellIds>): Cell {
  const where = `cells[${index}]`
  const source = field.lines(cell['source'], `${where}.source`)
  const shared = {
    // Of the right form, or missing where it may be: `checkCells` has seen to it.
    id: typeof cell['id'] === 'string' ? cell['id'] : newId(index, source),
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

function checkId(value: unknown, where: string): string {
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
