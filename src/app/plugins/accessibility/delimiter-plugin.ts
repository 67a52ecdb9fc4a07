import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IToolbarWidgetRegistry } from '@jupyterlab/apputils'
import { Widget } from '@lumino/widgets'

/** Names the choice of a delimiter above a table for screen readers. Its label is beside it, but not tied to it. */
export const delimiterPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:delimiter-name',
  description: 'Names the choice of a delimiter for screen readers.',
  autoStart: true,
  requires: [IToolbarWidgetRegistry],
  activate: async (app: JupyterFrontEnd, registry: IToolbarWidgetRegistry) => {
    for (const kind of ['csv', 'tsv']) {
      // That one makes the choice; a factory that comes later takes the place of this one.
      await app.activatePlugin(`@jupyterlab/csvviewer-extension:${kind}`)
      const make: ((main: Widget) => Widget) | undefined = registry.addFactory(
        `${kind.toUpperCase()}Table`,
        'delimiter',
        (main) => named(make?.(main) ?? new Widget()),
      )
    }
  },
}

function named(choice: Widget): Widget {
  choice.node.querySelector('select')?.setAttribute('aria-label', 'Delimiter')
  return choice
}
