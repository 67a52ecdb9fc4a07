import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import type { Message } from '@lumino/messaging'
import { Widget } from '@lumino/widgets'
import { textOf } from '../../../export/mime-bundle.js'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'
import { announce } from '../announce.js'
import { cellOf } from '../cell-of.js'
import { runOf } from '../timing/timing-text.js'
import type { VerdictView } from './verdict-view.js'

/** A verdict among a cell's outputs: sign, word and colour, what was done, and the evidence. */
export class VerdictRenderer extends Widget implements IRenderMime.IRenderer {
  #view: VerdictView | undefined
  #wasSpoken = false

  constructor(private readonly mimeType: string) {
    super()
    this.addClass('backprop-verdict')
  }

  async renderModel({ data }: IRenderMime.IMimeModel): Promise<void> {
    // A mime model's data is what came as JSON.
    const bundle = data as unknown as MimeBundle
    const { verdictView } = await import('./verdict-view.js')
    if (this.isDisposed) return
    this.#view?.dispose()
    this.#view = verdictView(this.node, bundle[this.mimeType])
    if (this.#view === undefined) {
      const text = document.createElement('pre')
      text.textContent =
        textOf(bundle, 'text/plain') ?? 'This output says that it is a verdict, and holds none.'
      this.node.replaceChildren(text)
    }
    if (this.isAttached) this.#attach()
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message)
    this.#attach()
  }

  override dispose(): void {
    if (!this.isDisposed) this.#view?.dispose()
    super.dispose()
  }

  #attach(): void {
    if (this.#view === undefined) return
    const cell = cellOf(this)
    this.#view.attach(cell?.model.id)
    // What a saved notebook holds was read out when it came.
    const run = runOf(cell?.model.getMetadata('execution'))
    const isFresh = run !== undefined && run.began.getTime() > performance.timeOrigin
    if (isFresh && !this.#wasSpoken) announce(this.#view.spoken)
    this.#wasSpoken = true
  }
}
