import type { ServiceManagerPlugin } from '@jupyterlab/services'
import { IServerSettings, ServerConnection } from '@jupyterlab/services'
import { fetchWithEarlyAnswers } from './early-answers.js'

/** How the page reaches its server: all requests go through these settings. */
export const requests: ServiceManagerPlugin<ServerConnection.ISettings> = {
  id: 'backprop-notebooks:server-settings',
  description: 'Provides the way to the server.',
  autoStart: true,
  provides: IServerSettings,
  activate: () => ServerConnection.makeSettings({ fetch: fetchWithEarlyAnswers }),
}
