import type { ICodeCellModel } from '@jupyterlab/cells'
import type { INotebookModel } from '@jupyterlab/notebook'

/** How many cells of an open notebook have something to run, and how many of them were run. */
export function runCells({ cells }: Pick<INotebookModel, 'cells'>): { done: number; all: number } {
  let [done, all] = [0, 0]
  for (const cell of cells) {
    if (cell.type !== 'code' || cell.sharedModel.getSource().trim() === '') continue
    all += 1
    // A cell whose type is `code` has a model with a count.
    if ((cell as ICodeCellModel).executionCount !== null) done += 1
  }
  return { done, all }
}
