import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { RowRenderer } from './row-renderer.js'

/** Draws `application/vnd.backprop.row+json`: what one `show(…)` puts side by side. */
export const rowPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:rows',
  description: 'Draws several outputs side by side.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (_app: JupyterFrontEnd, registry: IRenderMimeRegistry) => {
    registry.addFactory(
      {
        safe: true,
        mimeTypes: ['application/vnd.backprop.row+json'],
        createRenderer: ({ resolver, mimeType }) => {
          const own = resolver === null ? registry : registry.clone({ resolver })
          return new RowRenderer(own, mimeType)
        },
      },
      9,
    )
  },
}
