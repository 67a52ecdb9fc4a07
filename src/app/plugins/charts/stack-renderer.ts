import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import { Panel, Widget } from '@lumino/widgets'
import { boxHeadingHtml, boxStyle } from '../../../display/box-html.js'
import { stackOf } from '../../../export/mime-bundle.js'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'
import { addItem } from './add-item.js'

/** Outputs one below the other, in a box or without, each drawn by the renderer of its own type. */
export class StackRenderer extends Panel implements IRenderMime.IRenderer {
  constructor(
    private readonly registry: IRenderMimeRegistry,
    private readonly mimeType: string,
  ) {
    super()
    this.addClass('backprop-stack')
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    while (this.widgets.length > 0) this.widgets[0]?.dispose()
    const data = { [this.mimeType]: model.data[this.mimeType] }
    // A mime model's data is what came as JSON.
    const { box, items = [] } = stackOf(data as MimeBundle) ?? {}
    this.node.style.cssText = box === undefined ? '' : boxStyle(box)
    if (box !== undefined) {
      this.node.setAttribute('role', box.role ?? 'note')
      const heading = new Widget()
      heading.node.innerHTML = boxHeadingHtml(box)
      this.addWidget(heading)
    }
    await Promise.all(
      items.map((item) => addItem(this, this.registry, item, model.trusted, 'backprop-stack-item')),
    )
  }
}
