import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import { ChartRenderer } from './chart-renderer.js'
import './charts.css'

/** Draws `application/vnd.plotly.v1+json`, before the HTML form of the same chart that other clients take. */
export const chartExtension: IRenderMime.IExtension = {
  id: 'backprop-notebooks:charts',
  description: 'Draws Plotly figures.',
  dataType: 'json',
  rank: 10,
  rendererFactory: {
    // A figure is data: nothing in it is run, and its texts are sanitised.
    safe: true,
    mimeTypes: ['application/vnd.plotly.v1+json'],
    createRenderer: () => new ChartRenderer(),
  },
}
