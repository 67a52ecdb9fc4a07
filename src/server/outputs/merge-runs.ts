import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject, JsonValue, Output } from '../../jupyter/notebook/notebook.js'
import type { Run } from '../kernels/run.js'
import { labelOutput } from './label-outputs.js'
import { cellOfRun, codeCellsOf } from './notebook-cells.js'
import { sameOutputs } from './same-outputs.js'

/**
 * The notebook with the outputs of these runs in their cells; nothing else of it changes. Above the outputs of a cell
 * that was edited stands that they are from an earlier version; those of a cell that is gone go into a cell at the
 * end, with the code that ran. Undefined when there is nothing to write.
 */
export function mergeRuns(content: JsonValue, runs: readonly Run[]): JsonObject | undefined {
  if (!isObject(content) || !Array.isArray(content['cells'])) return undefined
  // A list out of a JsonObject holds JSON values.
  const cells = [...(content['cells'] as readonly JsonValue[])]
  const fileCells = codeCellsOf(content)
  let changed = false
  for (const run of runs) {
    const { outputs } = run.outputs
    const found = cellOfRun(run, fileCells)
    if (found === undefined) {
      if (!run.fromNotebook || outputs.length === 0) continue
      cells.push(cellFor(run))
    } else {
      // It was never run, so what the cell showed before is still its last output.
      if (run.state === 'aborted' && outputs.length === 0) continue
      if (sameOutputs(found.cell['outputs'], outputs)) continue
      const edited = found.source !== run.code && outputs.length > 0
      cells[found.index] = {
        ...found.cell,
        execution_count: edited ? null : run.executionCount,
        outputs: json(edited ? [label('edited', run), ...outputs] : outputs),
      }
    }
    changed = true
  }
  return changed ? { ...content, cells } : undefined
}

function cellFor(run: Run): JsonObject {
  return {
    cell_type: 'code',
    id: run.cell ?? run.id,
    metadata: {},
    source: run.code,
    execution_count: null,
    outputs: json([label('gone', run), ...run.outputs.outputs]),
  }
}

function label(what: 'edited' | 'gone', { code, started, queued }: Run): Output {
  return labelOutput(what, { code, ran: started ?? queued })
}

function json(outputs: readonly Output[]): JsonValue {
  // Every output is an object of JSON values.
  return outputs as unknown as JsonValue
}
