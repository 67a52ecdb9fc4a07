import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import { VerdictRenderer } from './verdict-renderer.js'
import './verdict.css'

/** Draws `application/vnd.backprop.verdict+json`: what a check says of an answer. */
export const verdictExtension: IRenderMime.IExtension = {
  id: 'backprop-notebooks:verdicts',
  description: 'Draws what a check says.',
  dataType: 'json',
  rank: 8,
  rendererFactory: {
    // A verdict is data: its texts are escaped, and nothing in it is run.
    safe: true,
    mimeTypes: ['application/vnd.backprop.verdict+json'],
    createRenderer: (options) => new VerdictRenderer(options.mimeType),
  },
}
