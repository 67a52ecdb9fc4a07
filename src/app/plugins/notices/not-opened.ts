import { Dialog, showDialog } from '@jupyterlab/apputils'
import { PageConfig, PathExt, URLExt } from '@jupyterlab/coreutils'
import { ServerConnection } from '@jupyterlab/services'

/**
 * Says why a notebook could not be opened, and leads to where something can be done: its folder, or its text where
 * there is one to mend. Its page has nothing to show, and nothing of it is ever saved over the file.
 */
export async function sayNotOpened(path: string, error: unknown): Promise<void> {
  const asText = Dialog.createButton({ label: 'Open as text' })
  const folder = Dialog.okButton({ label: 'Show the folder' })
  const { button } = await showDialog({
    title: `${PathExt.basename(path)} cannot be opened`,
    body: error instanceof Error ? error.message : String(error),
    buttons: isThere(error) ? [asText, folder] : [folder],
  })
  if (button.label === asText.label) go('edit', path, '?factory=Editor')
  else if (button.label === folder.label) go('tree', PathExt.dirname(path))
}

function isThere(error: unknown): boolean {
  return error instanceof ServerConnection.ResponseError && error.response.status === 400
}

function go(page: string, path: string, query = ''): void {
  location.assign(URLExt.join(PageConfig.getBaseUrl(), page, URLExt.encodeParts(path)) + query)
}
