import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { INotebookTracker } from '@jupyterlab/notebook'
import { sayConnection } from './connection-notices.js'
import { sayKernelStates } from './kernel-notices.js'
import { saySaves } from './save-notices.js'
import { saveWithBase } from './saved-base.js'
import { saySilence } from './silence-notices.js'
import './notices.css'

/** Says what happens to a notebook's kernel, connection and file, in a line above its cells. */
export const noticesPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:notices',
  description: 'Says what happened to the kernel, the connection and the file.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: ({ serviceManager }: JupyterFrontEnd, tracker: INotebookTracker) => {
    saveWithBase(serviceManager)
    tracker.widgetAdded.connect((_, panel) => {
      sayKernelStates(panel)
      saySilence(panel)
      sayConnection(panel, serviceManager)
      saySaves(panel, serviceManager.contents)
    })
  },
}
