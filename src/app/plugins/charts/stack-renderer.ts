import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { Widget } from '@lumino/widgets'
import { boxHeadingHtml, boxStyle } from '../../../display/box-html.js'
import { stackOf } from '../../../export/mime-bundle.js'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'
import { ItemsRenderer } from './items-renderer.js'

/** Outputs one below the other, in a box or without. */
export class StackRenderer extends ItemsRenderer {
  constructor(registry: IRenderMimeRegistry, mimeType: string) {
    super(registry, mimeType, 'backprop-stack')
  }

  protected override begin(bundle: MimeBundle): readonly MimeBundle[] {
    const { box, items = [] } = stackOf(bundle) ?? {}
    this.node.style.cssText = box === undefined ? '' : boxStyle(box)
    if (box !== undefined) {
      this.node.setAttribute('role', box.role ?? 'note')
      const heading = new Widget()
      heading.node.innerHTML = boxHeadingHtml(box)
      this.addWidget(heading)
    }
    return items
  }
}
