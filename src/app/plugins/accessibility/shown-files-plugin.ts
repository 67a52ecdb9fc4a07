import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { PathExt } from '@jupyterlab/coreutils'
import type { IDocumentWidget } from '@jupyterlab/docregistry'

/** What shows a file, by JupyterLab's name for it: the element within, and the attribute that names that. */
const shown = [
  { viewer: 'HTML Viewer', element: 'iframe', attribute: 'title' },
  { viewer: 'Image', element: 'img', attribute: 'alt' },
  { viewer: 'Image (Text)', element: 'img', attribute: 'alt' },
]

/** Names the frame of an HTML file and the picture of an image file by the file, for screen readers. */
export const shownFilesPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:shown-file-names',
  description: 'Names pages and pictures for screen readers.',
  autoStart: true,
  activate: ({ docRegistry }: JupyterFrontEnd) => {
    for (const { viewer, element, attribute } of shown) {
      docRegistry.addWidgetExtension(viewer, {
        createNew: ({ content, context }: IDocumentWidget) => {
          const name = () =>
            content.node.querySelector(element)?.setAttribute(attribute, PathExt.basename(context.path))
          name()
          context.pathChanged.connect(name)
        },
      })
    }
  },
}
