import type { Services } from '../services.js'

/** The pages that there are, as the first part of their addresses. */
export type PageName = 'tree' | 'notebooks' | 'edit'

/**
 * JupyterLab's `PageConfig`. The token is left out on purpose: the browser's cookie, which no script can read, lets
 * the page in.
 *
 * @param path of the document or folder, decoded, without slashes at its ends
 */
export function pageData(
  page: PageName,
  path: string,
  { baseUrl, version }: Services,
): Record<string, string> {
  return {
    appName: 'Backprop Notebooks',
    appNamespace: 'notebook',
    appVersion: version,
    notebookVersion: `[7, 6, 0, "", ""]`,
    // Below the base URL, unless they are `full…`.
    baseUrl,
    appUrl: '/lab',
    fullAppUrl: `${baseUrl}lab`,
    frontendUrl: baseUrl,
    treeUrl: `${baseUrl}tree`,
    fullStaticUrl: `${baseUrl}static/app`,
    staticUrl: '/static/app',
    settingsUrl: '/lab/api/settings',
    fullSettingsUrl: `${baseUrl}lab/api/settings`,
    translationsApiUrl: '/lab/api/translations',
    fullTranslationsApiUrl: `${baseUrl}lab/api/translations`,
    workspacesApiUrl: '/lab/api/workspaces',
    fullWorkspacesApiUrl: `${baseUrl}lab/api/workspaces`,
    notebookPage: page,
    notebookPath: page === 'tree' ? '' : path,
    treePath: page === 'tree' ? path : '',
    preferredPath: '/',
    terminalsAvailable: 'false',
    // As Jupyter Server has it: what a client asks by itself makes no kernel busy.
    untracked_message_types: JSON.stringify([
      'comm_info_request',
      'comm_msg',
      'history_request',
      'kernel_info_request',
      'shutdown_request',
    ]),
    quitButton: 'false',
    exposeAppInBrowser: 'false',
    collaborative: 'false',
    newlines: 'LF',
    token: '',
    federated_extensions: '[]',
  }
}
