import { setTimeout as delay } from 'node:timers/promises'
import type { Kernel } from '../kernel/kernel.js'
import type { Cell, CodeCell, Notebook } from '../notebook/notebook.js'
import { type CellResult, executeCell } from './execute-cell.js'
import { OutputCollector } from './output-collector.js'

export interface RunNotebookOptions {
  /** Milliseconds each cell may take; no limit unless told. */
  readonly timeout?: number
  /** Called before each code cell is run and at the end: how many were run, of how many. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The cell at which a run stopped. */
export interface CellFailure {
  /** With the outputs it had. */
  readonly cell: CodeCell
  /** Its place among all cells, from 0. */
  readonly index: number
  /** Its place among the code cells that have code, from 1: the n of `In [n]`. */
  readonly number: number
  readonly status: Exclude<CellResult['status'], 'ok'>
  readonly reason?: string
}

export interface NotebookRun {
  /** With the outputs of the cells that ran, and none in those that did not. */
  readonly notebook: Notebook
  readonly failure?: CellFailure
}

/** tslab answers `abort` to what comes within this time after an error. */
const afterError = 250

/**
 * Runs a notebook's code cells in order on a fresh kernel, up to the first that fails. A cell with the tag
 * `raises-exception` may fail, as in nbconvert; empty cells are passed over.
 */
export async function runNotebook(
  notebook: Notebook,
  kernel: Kernel,
  { timeout, onProgress }: RunNotebookOptions = {},
): Promise<NotebookRun> {
  const total = notebook.cells.filter(hasCode).length
  const runs = new Map<Cell, { collector: OutputCollector; count: number | null }>()
  let failure: Omit<CellFailure, 'cell'> | undefined
  for (const [index, cell] of notebook.cells.entries()) {
    if (!hasCode(cell)) continue
    const number = runs.size + 1
    onProgress?.(runs.size, total)
    const earlier = [...runs.values()]
    const collector = new OutputCollector()
    const { status, reason, executionCount } = await executeCell(kernel, cell.source, {
      ...(timeout === undefined ? {} : { timeout }),
      cellId: cell.id,
      collector,
      onMessage: (message) => {
        if (message.header.msg_type === 'update_display_data')
          for (const run of earlier) run.collector.update(message)
      },
    })
    runs.set(cell, { collector, count: executionCount })
    if (status === 'error' && mayFail(cell)) await delay(afterError)
    else if (status !== 'ok') {
      failure = { index, number, status, ...(reason === undefined ? {} : { reason }) }
      break
    }
  }
  if (failure === undefined) onProgress?.(total, total)
  const cells = notebook.cells.map((cell) => (cell.cell_type === 'code' ? executed(cell) : cell))
  const failed = failure === undefined ? undefined : cells[failure.index]
  return {
    notebook: { ...notebook, cells },
    ...(failure !== undefined && failed?.cell_type === 'code'
      ? { failure: { ...failure, cell: failed } }
      : {}),
  }

  function executed(cell: CodeCell): CodeCell {
    const run = runs.get(cell)
    return { ...cell, execution_count: run?.count ?? null, outputs: run?.collector.outputs ?? [] }
  }
}

function hasCode(cell: Cell): cell is CodeCell {
  return cell.cell_type === 'code' && cell.source.trim() !== ''
}

function mayFail(cell: CodeCell): boolean {
  const tags = cell.metadata['tags']
  return Array.isArray(tags) && tags.includes('raises-exception')
}
