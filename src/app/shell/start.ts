import { NotebookApp, NotebookShell } from '@jupyter-notebook/application'
import type { JupyterFrontEnd } from '@jupyterlab/application'
import { PageConfig } from '@jupyterlab/coreutils'
import { IServiceManager } from '@jupyterlab/services'
import { PluginRegistry } from '@lumino/coreutils'
import { early as ownEarly, late as ownLate } from '../plugins/index.js'
import { base } from './base.js'
import { idle } from './idle.js'
import { notebook } from './notebook.js'
import type { Plugin } from './pick.js'
import { renderers } from './renderers.js'

/** Starts the page with what it needs to be read and typed in, and adds the rest when that is there. */
export async function start(): Promise<void> {
  const plugins = [...base, ...notebook, ...ownEarly]
  const page = PageConfig.getOption('notebookPage')
  if (page === 'tree') plugins.push(...(await import('./tree.js')).tree, ...(await editor()))
  // A file may be one that a late plugin shows: a table, a picture.
  const atOnce = page === 'edit' ? await latePlugins() : []
  plugins.push(...atOnce)

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
  if (atOnce.length > 0) return
  await idle()
  const late = await latePlugins()
  await add(
    app,
    late.filter(({ id }) => !app.hasPlugin(id)),
  )
}

async function latePlugins(): Promise<readonly Plugin[]> {
  const { late } = await import('./late.js')
  return [...(await editor()), ...late, ...ownLate]
}

async function editor(): Promise<readonly Plugin[]> {
  return (await import('./edit.js')).editor
}

async function add(app: NotebookApp, plugins: readonly Plugin[]): Promise<void> {
  app.registerPlugins([...plugins])
  for (const { id, autoStart } of plugins) {
    if (autoStart === true) await app.activatePlugin(id)
  }
}
