import type { CodeCell } from '@jupyterlab/cells'
import type { OutputArea } from '@jupyterlab/outputarea'
import type { RunModel } from '../../../jupyter/outputs/run-model.js'

/** Where a run is shown. */
export interface RunView {
  readonly area: OutputArea
  /** The code that the cell has now. */
  readonly code: string | undefined
  /** The number in the prompt. */
  readonly count: number | null
  /** A cell: it is saved with the notebook. */
  readonly inNotebook: boolean
  readonly isDisposed: boolean
  starts(run: Pick<RunModel, 'started'>): void
  ends(run: Pick<RunModel, 'started' | 'ended' | 'execution_count'>): void
}

/** A cell of the notebook; its prompt and the record of its time follow the run. */
export function cellView(cell: CodeCell, { recordTiming }: { recordTiming: boolean }): RunView {
  const { model } = cell
  return {
    get area() {
      return cell.outputArea
    },
    get code() {
      return model.sharedModel.getSource()
    },
    get count() {
      return model.executionCount
    },
    inNotebook: true,
    get isDisposed() {
      return cell.isDisposed
    },
    starts({ started }) {
      model.trusted = true
      model.executionCount = null
      model.executionState = 'running'
      if (recordTiming && started !== null) model.setMetadata('execution', { 'iopub.status.busy': started })
    },
    ends({ started, ended, execution_count }) {
      model.executionState = 'idle'
      model.executionCount = execution_count
      if (!recordTiming || started === null || ended === null) return
      model.setMetadata('execution', {
        'iopub.status.busy': started,
        'iopub.execute_input': started,
        'iopub.status.idle': ended,
        'shell.execute_reply': ended,
      })
    },
  }
}
