import type { IOutput } from '@jupyterlab/nbformat'
import type { NotebookPanel } from '@jupyterlab/notebook'
import { OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea'
import { BoxPanel, Panel, Widget } from '@lumino/widgets'
import type { RunModel } from '../../../jupyter/outputs/run-model.js'
import { button, element } from '../element.js'
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

/** What is done when the learner has decided. */
export interface GoneCellOptions {
  readonly onDismiss: () => Promise<void>
  /** Called when the notebook has the cell again. */
  readonly onBack: () => Promise<void>
}

/**
 * Outputs whose cell the notebook lacks, though nobody deleted it on purpose: shown until the learner has put them
 * back or away.
 */
export class GoneCells {
  readonly #panel: NotebookPanel
  readonly #views = new Map<string, RunView>()

  constructor(panel: NotebookPanel) {
    this.#panel = panel
  }

  viewOf(run: RunModel, { onDismiss, onBack }: GoneCellOptions): RunView {
    const known = this.#views.get(run.id)
    if (known !== undefined) return known
    const model = new OutputAreaModel({ trusted: true })
    const area = new SimplifiedOutputArea({ model, rendermime: this.#panel.content.rendermime })
    const state = element('span', {})
    const box = new FittingBox()
    const away = () => {
      this.#views.delete(run.id)
      box.dispose()
    }
    const dismiss = () => {
      away()
      return onDismiss()
    }
    const back = () => {
      const outputs = model.toJSON()
      away()
      this.#putBack(run, outputs)
      return onBack()
    }
    box.hold(
      nodeWidget(element('p', {}, element('strong', {}, 'From a cell that is no longer here. '), state)),
      nodeWidget(element('pre', {}, run.code)),
      area,
      nodeWidget(
        element('p', {}, button('Put it back as a cell', back, {}), ' ', button('Dismiss', dismiss, {})),
      ),
    )
    this.#panel.contentHeader.addWidget(box)
    const view: RunView = {
      area,
      code: undefined,
      count: null,
      inNotebook: false,
      get isDisposed() {
        return box.isDisposed
      },
      starts: () => {
        state.textContent = 'It still runs …'
      },
      ends: () => {
        state.textContent = ''
      },
    }
    this.#views.set(run.id, view)
    return view
  }

  /** With its id, so that the server knows it again: the outputs are the server's until the file has them. */
  #putBack({ cell: id, code, execution_count }: RunModel, outputs: IOutput[]): void {
    const notebook = this.#panel.content.model?.sharedModel
    const isFree = notebook?.cells.every((cell) => cell.id !== id)
    notebook?.addCell({
      cell_type: 'code',
      ...(isFree ? { id } : {}),
      source: code,
      execution_count,
      outputs,
      metadata: { trusted: true },
    })
  }
}

/** Takes as much of the notebook's header as its content needs, and scrolls when that is much. */
class FittingBox extends Panel {
  readonly #inner = new Panel()
  readonly #sizes = new ResizeObserver(() => this.#fit())

  constructor() {
    super()
    this.addClass('backprop-gone-cell')
    this.node.setAttribute('role', 'region')
    this.node.setAttribute('aria-label', 'Output of a cell that is no longer here')
    this.addWidget(this.#inner)
    this.#sizes.observe(this.#inner.node)
  }

  hold(...parts: Widget[]): void {
    for (const part of parts) this.#inner.addWidget(part)
  }

  override dispose(): void {
    this.#sizes.disconnect()
    super.dispose()
  }

  #fit(): void {
    const height = `${Math.min(this.#inner.node.offsetHeight, Math.round(window.innerHeight * 0.4))}px`
    if (this.node.style.minHeight === height) return
    this.node.style.minHeight = height
    // A box asks for the sizes of its parts only when it is told that they may have changed.
    if (this.parent instanceof BoxPanel) this.parent.fit()
  }
}

function nodeWidget(node: HTMLElement): Widget {
  return new Widget({ node })
}
