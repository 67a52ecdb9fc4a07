import { NotebookApp, NotebookShell } from '@jupyter-notebook/application'
import type { JupyterFrontEnd } from '@jupyterlab/application'
import { PageConfig } from '@jupyterlab/coreutils'
import { IServiceManager } from '@jupyterlab/services'
import { PluginRegistry } from '@lumino/coreutils'
import { early as ownEarly, late as ownLate } from '../plugins/index.js'
import { base } from './base.js'
import { editor } from './edit.js'
import { idle } from './idle.js'
import { notebook } from './notebook.js'
import type { Plugin } from './pick.js'
import { renderers } from './renderers.js'

/** Starts the page with what it needs to be read and typed in, and adds the rest when that is there. */
export async function start(): Promise<void> {
  const plugins = [...base, ...notebook, ...editor, ...ownEarly]
  if (PageConfig.getOption('notebookPage') === 'tree') plugins.push(...(await import('./tree.js')).tree)

  const pluginRegistry = new PluginRegistry<JupyterFrontEnd>()
  pluginRegistry.registerPlugins(plugins)
  const serviceManager = await pluginRegistry.resolveRequiredService(IServiceManager)
  const app = new NotebookApp({
    shell: new NotebookShell(),
    pluginRegistry,
    serviceManager,
    mimeExtensions: renderers,
  })
  // For tests and for the curious: the page as an object in the browser's console.
  Object.assign(window, { jupyterapp: app })

  await app.start()
  await app.restored
  await idle()
  const { late } = await import('./late.js')
  await add(app, [...late, ...ownLate])
}

async function add(app: NotebookApp, plugins: readonly Plugin[]): Promise<void> {
  app.registerPlugins([...plugins])
  for (const { id, autoStart } of plugins) {
    if (autoStart === true) await app.activatePlugin(id)
  }
}
