import javascript from '@jupyterlab/javascript-extension'
import json from '@jupyterlab/json-extension'
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import { renderers as own } from '../plugins/index.js'

/** What draws outputs that are not text, pictures, HTML or Markdown. */
export const renderers: IRenderMime.IExtensionModule[] = [javascript, json, ...own].map(asModule)

/** JupyterLab takes whole modules, and reads `default` only of those that say they are ES modules. */
function asModule(extension: IRenderMime.IExtensionModule['default']): IRenderMime.IExtensionModule {
  return Object.assign({ default: extension }, { __esModule: true })
}
