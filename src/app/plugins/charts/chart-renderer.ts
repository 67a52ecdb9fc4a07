import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import type { Message } from '@lumino/messaging'
import { Widget } from '@lumino/widgets'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'
import type { ChartView } from './chart-view.js'
import { chartPlace } from './chart-views.js'

/** A chart among a cell's outputs. What draws it is loaded with the first one. */
export class ChartRenderer extends Widget implements IRenderMime.IRenderer {
  #view: ChartView | undefined
  #renders = 0

  constructor() {
    super()
    this.addClass('backprop-chart')
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const render = ++this.#renders
    const { ChartView } = await import('./chart-view.js')
    if (this.isDisposed || render !== this.#renders) return
    this.#forget()
    this.#view = new ChartView(this.node, bundleOf(model))
    if (this.isAttached) this.#view.attach(chartPlace(this))
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message)
    this.#view?.attach(chartPlace(this))
  }

  override dispose(): void {
    if (!this.isDisposed) this.#forget()
    super.dispose()
  }

  #forget(): void {
    this.#view?.dispose()
    this.#view = undefined
  }
}

function bundleOf({ data }: IRenderMime.IMimeModel): MimeBundle {
  // A mime model's data is what came as JSON.
  return data as unknown as MimeBundle
}
