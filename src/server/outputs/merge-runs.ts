import { randomUUID } from 'node:crypto'
import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject, JsonValue, Output } from '../../jupyter/notebook/notebook.js'
import { cellOfRun } from '../../jupyter/outputs/cell-of-run.js'
import { isLabel } from '../../jupyter/outputs/is-label.js'
import type { Run } from '../kernels/run.js'
import { labelOutput } from './label-outputs.js'
import { codeCellsOf, type FileCell, joined } from './notebook-cells.js'
import { sameOutputs } from './same-outputs.js'

/**
 * The notebook with the outputs of these runs in their cells; nothing else of it changes. Above the outputs of a cell
 * that was edited stands that they are from an earlier version; those of a cell that is gone, though nobody deleted
 * it on purpose, go into a cell at the end, with the code that ran. Undefined when there is nothing to write.
 *
 * What a kernel of ours gave is trusted, and a notebook stays as trusted as its other cells are.
 *
 * @param all all runs of the notebook's kernel: the cell of another run is not taken for one of these
 */
export function mergeRuns(
  content: JsonValue,
  runs: readonly Run[],
  all: readonly Run[] = runs,
): JsonObject | undefined {
  if (!isObject(content) || !Array.isArray(content['cells'])) return undefined
  // A list out of a JsonObject holds JSON values.
  const cells = [...(content['cells'] as readonly JsonValue[])]
  const fileCells = codeCellsOf(content)
  let changed = false
  for (const run of runs) {
    const found = cellOfRun(run, fileCells, all)
    const after = found === undefined ? goneCell(run, cells) : filledCell(run, found)
    if (after === undefined) continue
    cells[found?.index ?? cells.length] = after
    changed = true
  }
  return changed ? { ...content, cells } : undefined
}

/** The cell with the run's outputs; undefined when it is as it should be. */
function filledCell(run: Run, { cell, source }: FileCell): JsonObject | undefined {
  const { outputs } = run.outputs
  // It was never run, so what the cell showed before is still its last output.
  if (run.state === 'aborted' && outputs.length === 0) return undefined
  const gone = label('gone', run)
  // The cell that was made for this very run keeps what stands above it.
  if (isSameLabel(cell['outputs'], gone))
    return sameOutputs(cell['outputs'], outputs) ? undefined : { ...cell, outputs: json([gone, ...outputs]) }
  const edited = source !== run.code
  const count = edited ? null : run.executionCount
  const isCounted = edited || count === null || cell['execution_count'] === count
  if (sameOutputs(cell['outputs'], outputs) && isCounted) return undefined
  return {
    ...cell,
    metadata: trusted(cell['metadata']),
    execution_count: count,
    outputs: json(edited && outputs.length > 0 ? [label('edited', run), ...outputs] : outputs),
  }
}

/** A cell for the outputs of one that is gone; undefined when nobody wants them back. */
function goneCell(run: Run, cells: readonly JsonValue[]): JsonObject | undefined {
  const { outputs } = run.outputs
  if (!run.fromNotebook || run.deleted !== undefined || outputs.length === 0) return undefined
  return {
    cell_type: 'code',
    id: freeId([run.cell, run.id], cells),
    metadata: trusted({}),
    source: run.code,
    execution_count: null,
    outputs: json([label('gone', run), ...outputs]),
  }
}

function isSameLabel(inFile: JsonValue | undefined, own: Output): boolean {
  const [first] = Array.isArray(inFile) ? inFile : []
  if (!isObject(first) || !isLabel(first) || !isObject(first['data'])) return false
  return (
    joined(first['data']['text/plain']) ===
    (own.output_type === 'display_data' ? own.data['text/plain'] : undefined)
  )
}

/** No file keeps this: who saves signs a notebook whose cells all have it. */
function trusted(metadata: JsonValue | undefined): JsonObject {
  return { ...(isObject(metadata) ? metadata : {}), trusted: true }
}

/** The first of these that a notebook may have as a cell's id, and has not; a new one where there is none. */
function freeId(wanted: readonly (string | undefined)[], cells: readonly JsonValue[]): string {
  const taken = new Set(cells.map((cell) => (isObject(cell) ? cell['id'] : undefined)))
  const free = wanted.find((id) => id !== undefined && /^[a-zA-Z0-9-_]{1,64}$/.test(id) && !taken.has(id))
  return free ?? randomUUID()
}

function label(what: 'edited' | 'gone', { code, started, queued }: Run): Output {
  return labelOutput(what, { code, ran: started ?? queued })
}

function json(outputs: readonly Output[]): JsonValue {
  // Every output is an object of JSON values.
  return outputs as unknown as JsonValue
}
