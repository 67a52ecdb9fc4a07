import { itemsPlugin } from './items-plugin.js'
import { StackRenderer } from './stack-renderer.js'

/** Draws `application/vnd.backprop.stack+json`: a bug hunt or a case of the Bug Lab, with live charts in it. */
export const stackPlugin = itemsPlugin({
  id: 'backprop-notebooks:stacks',
  description: 'Draws several outputs one below the other.',
  mimeType: 'application/vnd.backprop.stack+json',
  Renderer: StackRenderer,
})
