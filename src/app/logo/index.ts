import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { PageConfig } from '@jupyterlab/coreutils'
import { Widget } from '@lumino/widgets'
import './logo.css'

/** The name at the top, which leads to the files. */
export const logo: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:logo',
  description: 'Adds the name, which leads to the files.',
  autoStart: true,
  activate(app: JupyterFrontEnd) {
    const node = document.createElement('a')
    node.href = `${PageConfig.getBaseUrl()}tree`
    node.textContent = 'Backprop'
    node.title = 'Files'
    const widget = new Widget({ node })
    widget.id = 'bp-logo'
    app.shell.add(widget, 'top', { rank: 0 })
  },
}
