import type { JsonObject } from '../../jupyter/notebook/notebook.js'

/** The settings that a plugin of the page has, as its package describes them. The build collects them. */
export interface PluginSchema {
  /** `@jupyterlab/notebook-extension:tracker` */
  readonly id: string
  readonly schema: JsonObject
  readonly version: string
}
