import type { JupyterFrontEndPlugin } from '@jupyterlab/application'

/** A plugin of the page, whatever token it provides. */
export type Plugin = JupyterFrontEndPlugin<unknown>

/** What the extension packages export: one plugin or a list, whose tokens differ. */
type Exported = { readonly id: string } | readonly { readonly id: string }[]

/** All plugins of an extension package. */
export function all(exported: Exported): Plugin[] {
  // A package's own typing names the token of each plugin; here only their common shape matters.
  return [exported].flat() as Plugin[]
}

/**
 * Plugins of an extension package by the name after the colon in their id.
 *
 * @throws Error if one is missing, which is how a newer package that renamed it shows
 */
export function only(exported: Exported, names: string): Plugin[] {
  const plugins = all(exported)
  return names.split(' ').map((name) => {
    const plugin = plugins.find(({ id }) => id.endsWith(`:${name}`))
    if (plugin === undefined)
      throw new Error(`There is no plugin '${name}'. There are ${plugins.map(({ id }) => id).join(', ')}.`)
    return plugin
  })
}

/** All plugins of an extension package but some. */
export function except(exported: Exported, names: string): Plugin[] {
  const without = only(exported, names)
  return all(exported).filter((plugin) => !without.includes(plugin))
}
