import { type IRenderMimeRegistry, MimeModel } from '@jupyterlab/rendermime'
import type { Panel } from '@lumino/widgets'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'

/** Adds an output to a panel, drawn by the renderer of its own type. @param name the class of its element */
export async function addItem(
  panel: Panel,
  registry: IRenderMimeRegistry,
  item: MimeBundle,
  trusted: boolean,
  name: string,
): Promise<void> {
  const type = registry.preferredMimeType(item, trusted ? 'any' : 'ensure')
  if (type === undefined) return
  const renderer = registry.createRenderer(type)
  renderer.addClass(name)
  panel.addWidget(renderer)
  // The registry only reads the bundle; its type asks for one that can be changed.
  await renderer.renderModel(new MimeModel({ data: { ...item } as never, trusted }))
}
