import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { ItemsRenderer } from './items-renderer.js'

interface ItemsPlugin {
  readonly id: string
  readonly description: string
  readonly mimeType: string
  readonly Renderer: new (registry: IRenderMimeRegistry, mimeType: string) => ItemsRenderer
}

/** The plugin that has outputs of a type drawn by a renderer of several, which draws its items by the registry. */
export const itemsPlugin = ({
  id,
  description,
  mimeType: type,
  Renderer,
}: ItemsPlugin): JupyterFrontEndPlugin<void> => ({
  id,
  description,
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (_app: JupyterFrontEnd, registry: IRenderMimeRegistry) => {
    registry.addFactory(
      {
        safe: true,
        mimeTypes: [type],
        createRenderer: ({ resolver, mimeType }) => {
          const own = resolver === null ? registry : registry.clone({ resolver })
          return new Renderer(own, mimeType)
        },
      },
      9,
    )
  },
})
