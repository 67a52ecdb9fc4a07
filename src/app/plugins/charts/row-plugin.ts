import { itemsPlugin } from './items-plugin.js'
import { RowRenderer } from './row-renderer.js'

/** Draws `application/vnd.backprop.row+json`: what one `show(…)` puts side by side. */
export const rowPlugin = itemsPlugin({
  id: 'backprop-notebooks:rows',
  description: 'Draws several outputs side by side.',
  mimeType: 'application/vnd.backprop.row+json',
  Renderer: RowRenderer,
})
