import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { StackRenderer } from './stack-renderer.js'

/** Draws `application/vnd.backprop.stack+json`: a bug hunt or a case of the Bug Lab, with live charts in it. */
export const stackPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:stacks',
  description: 'Draws several outputs one below the other.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (_app: JupyterFrontEnd, registry: IRenderMimeRegistry) => {
    registry.addFactory(
      {
        safe: true,
        mimeTypes: ['application/vnd.backprop.stack+json'],
        createRenderer: ({ resolver, mimeType }) => {
          const own = resolver === null ? registry : registry.clone({ resolver })
          return new StackRenderer(own, mimeType)
        },
      },
      9,
    )
  },
}
