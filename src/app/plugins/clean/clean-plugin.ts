import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ICommandPalette } from '@jupyterlab/apputils'
import type { ICodeCellModel } from '@jupyterlab/cells'
import { IMainMenu } from '@jupyterlab/mainmenu'
import { type INotebookModel, INotebookTracker } from '@jupyterlab/notebook'
import { barOf } from '../notices/bar-of.js'

const command = 'backprop:strip-outputs'

/** A command that takes all that running left in the open notebook, so that it can be given on clean. */
export const cleanPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:clean',
  description: 'Strips outputs, counts and times from a notebook.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette, IMainMenu],
  activate: (
    { commands }: JupyterFrontEnd,
    tracker: INotebookTracker,
    palette: ICommandPalette | null,
    menu: IMainMenu | null,
  ) => {
    commands.addCommand(command, {
      label: 'Strip Outputs, Counts and Times',
      caption: 'Take all that running left in this notebook, as a fresh one is',
      isEnabled: () => tracker.currentWidget !== null,
      execute: () => {
        const panel = tracker.currentWidget
        if (panel?.model == null) return
        const cells = stripOutputs(panel.model)
        barOf(panel).say({
          id: 'stripped',
          kind: 'good',
          text:
            cells === 0
              ? 'There were no outputs to strip.'
              : `Outputs of ${cells} ${cells === 1 ? 'cell' : 'cells'} stripped. The notebook is not saved yet.`,
          lasts: 8_000,
        })
      },
    })
    palette?.addItem({ command, category: 'Notebook Operations' })
    menu?.editMenu.addGroup([{ command }], 5)
  },
}

/** Takes outputs, counts and recorded times. @returns how many cells had any */
export function stripOutputs(model: INotebookModel): number {
  let stripped = 0
  for (const cell of model.cells) {
    if (cell.type !== 'code') continue
    // A cell whose type is `code` has a model with outputs.
    const code = cell as ICodeCellModel
    const hadSome = code.outputs.length > 0 || code.executionCount !== null
    code.sharedModel.transact(() => {
      code.clearExecution()
      code.deleteMetadata('execution')
    }, false)
    if (hadSome) stripped += 1
  }
  return stripped
}
