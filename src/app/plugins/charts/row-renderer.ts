import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import { Panel } from '@lumino/widgets'
import { rowOf } from '../../../export/mime-bundle.js'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'
import { addItem } from './add-item.js'

/** Outputs side by side, each drawn by the renderer of its own type; below one another where there is no room. */
export class RowRenderer extends Panel implements IRenderMime.IRenderer {
  constructor(
    private readonly registry: IRenderMimeRegistry,
    private readonly mimeType: string,
  ) {
    super()
    this.addClass('backprop-row')
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    while (this.widgets.length > 0) this.widgets[0]?.dispose()
    const data = { [this.mimeType]: model.data[this.mimeType] }
    // A mime model's data is what came as JSON.
    const items = rowOf(data as MimeBundle) ?? []
    await Promise.all(
      items.map((item) => addItem(this, this.registry, item, model.trusted, 'backprop-row-item')),
    )
  }
}
