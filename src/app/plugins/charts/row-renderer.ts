import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { rowOf } from '../../../export/mime-bundle.js'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'
import { ItemsRenderer } from './items-renderer.js'

/** Outputs side by side; below one another where there is no room. */
export class RowRenderer extends ItemsRenderer {
  constructor(registry: IRenderMimeRegistry, mimeType: string) {
    super(registry, mimeType, 'backprop-row')
  }

  protected override begin(bundle: MimeBundle): readonly MimeBundle[] {
    return rowOf(bundle) ?? []
  }
}
