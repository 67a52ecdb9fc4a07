import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ISettingConnector, ISettingRegistry, SettingRegistry } from '@jupyterlab/settingregistry'
import { lateSettings } from '../shell/late-settings.js'
import { SettingsConnector } from './connector.js'
import { readSettings } from './read-settings.js'

const connector: JupyterFrontEndPlugin<ISettingConnector> = {
  id: 'backprop-notebooks:settings-connector',
  description: 'Asks the server for settings.',
  provides: ISettingConnector,
  activate: ({ serviceManager }: JupyterFrontEnd) =>
    // The service says that what it fetches is there; a connector may answer undefined.
    new SettingsConnector(serviceManager.settings),
}

/** In the place of `@jupyterlab/apputils-extension:settings`, which compiles a check for every schema in the page. */
const registry: JupyterFrontEndPlugin<ISettingRegistry> = {
  id: 'backprop-notebooks:settings',
  description: 'Provides the settings of all plugins.',
  requires: [ISettingConnector],
  provides: ISettingRegistry,
  async activate(app: JupyterFrontEnd, connector: ISettingConnector) {
    const { values } = await connector.list()
    const plugins = values.filter(({ id }) => app.hasPlugin(id) || isLate(id))
    return new SettingRegistry({ connector, validator: readSettings, plugins })
  },
}

function isLate(id: string): boolean {
  return lateSettings.some((start) => id.startsWith(start))
}

export const settings = [connector, registry]
