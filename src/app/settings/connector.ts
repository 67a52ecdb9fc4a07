import type { ISettingConnector, ISettingRegistry } from '@jupyterlab/settingregistry'
import type { IDataConnector } from '@jupyterlab/statedb'

type Plugin = ISettingRegistry.IPlugin

/**
 * Asks the server once for all settings, and again for those of a plugin when they were saved or when another page
 * may have saved them.
 */
export class SettingsConnector implements ISettingConnector {
  readonly #server: IDataConnector<Plugin, string>
  readonly #known = new Map<string, Plugin>()

  constructor(server: IDataConnector<Plugin, string>) {
    this.#server = server
  }

  async list(query?: string): Promise<{ ids: string[]; values: Plugin[] }> {
    const { ids, values } = await this.#server.list(query)
    for (const each of values) this.#known.set(each.id, each)
    return { ids, values }
  }

  /** A plugin that starts late finds its settings here, without asking. */
  async fetch(id: string): Promise<Plugin | undefined> {
    const known = this.#known.get(id)
    this.#known.delete(id)
    return known ?? this.#server.fetch(id)
  }

  async save(id: string, raw: string): Promise<void> {
    await this.#server.save(id, raw)
    this.#known.delete(id)
  }

  async remove(id: string): Promise<void> {
    throw new Error(`The settings of ${id} cannot be removed; save them empty.`)
  }
}
