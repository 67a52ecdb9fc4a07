import type { NotebookPanel } from '@jupyterlab/notebook'
import { OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea'
import { Panel, Widget } from '@lumino/widgets'
import type { RunModel } from './run-model.js'
import type { RunView } from './run-view.js'
import './gone-cells.css'

const places = new WeakMap<NotebookPanel, GoneCells>()

/** The place, above a notebook's cells, for outputs of cells that it has no more. */
export function goneCells(panel: NotebookPanel): GoneCells {
  let place = places.get(panel)
  if (place === undefined) {
    place = new GoneCells(panel)
    places.set(panel, place)
  }
  return place
}

/** Outputs of cells that were deleted while they ran elsewhere: shown until the learner has put them back or away. */
export class GoneCells {
  readonly #panel: NotebookPanel
  readonly #shown = new Map<string, { readonly view: RunView; readonly remove: () => void }>()

  constructor(panel: NotebookPanel) {
    this.#panel = panel
  }

  viewOf(run: RunModel, { onDismiss }: { onDismiss: () => Promise<void> }): RunView {
    const known = this.#shown.get(run.id)
    if (known !== undefined) return known.view
    const model = new OutputAreaModel({ trusted: true })
    const area = new SimplifiedOutputArea({ model, rendermime: this.#panel.content.rendermime })
    const box = new Panel()
    box.addClass('backprop-gone-cell')
    box.node.setAttribute('role', 'region')
    box.node.setAttribute('aria-label', 'Output of a cell that is no longer here')
    const title = new Widget()
    title.node.textContent = 'From a cell that is no longer here'
    title.addClass('backprop-gone-cell-title')
    const state = new Widget()
    const buttons = new Widget()
    const remove = () => {
      this.#shown.delete(run.id)
      box.dispose()
    }
    buttons.node.append(
      button('Put it back as a cell', () => {
        this.#putBack(run, model)
        remove()
        void onDismiss().catch(() => {})
      }),
      button('Dismiss', () => {
        remove()
        void onDismiss().catch(() => {})
      }),
    )
    const code = new Widget({ node: document.createElement('pre') })
    code.node.textContent = run.code
    for (const part of [title, code, state, area, buttons]) box.addWidget(part)
    this.#panel.contentHeader.addWidget(box)
    const view: RunView = {
      area,
      code: undefined,
      get isDisposed() {
        return box.isDisposed
      },
      starts: () => {
        state.node.textContent = 'It still runs …'
      },
      ends: () => {
        state.node.textContent = ''
      },
    }
    this.#shown.set(run.id, { view, remove })
    return view
  }

  #putBack(run: RunModel, model: OutputAreaModel): void {
    const { model: notebook } = this.#panel.content
    if (notebook === null) return
    notebook.sharedModel.addCell({
      cell_type: 'code',
      source: run.code,
      execution_count: run.execution_count,
      outputs: model.toJSON(),
      metadata: { trusted: true },
    })
  }
}

function button(label: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'jp-mod-styled'
  element.textContent = label
  element.addEventListener('click', press)
  return element
}
