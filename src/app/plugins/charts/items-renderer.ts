import { type IRenderMimeRegistry, MimeModel } from '@jupyterlab/rendermime'
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import { Panel } from '@lumino/widgets'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'

/** Several outputs in one, each drawn by the renderer of its own type. */
export abstract class ItemsRenderer extends Panel implements IRenderMime.IRenderer {
  /** @param name the class of the element; those of its items have it, too, with `-item` */
  constructor(
    private readonly registry: IRenderMimeRegistry,
    private readonly mimeType: string,
    private readonly name: string,
  ) {
    super()
    this.addClass(name)
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    while (this.widgets.length > 0) this.widgets[0]?.dispose()
    const data = { [this.mimeType]: model.data[this.mimeType] }
    // A mime model's data is what came as JSON.
    const items = this.begin(data as MimeBundle)
    await Promise.all(items.map((item) => this.#add(item, model.trusted)))
  }

  /** What the bundle holds, after whatever stands above it is drawn. */
  protected abstract begin(bundle: MimeBundle): readonly MimeBundle[]

  async #add(item: MimeBundle, trusted: boolean): Promise<void> {
    const type = this.registry.preferredMimeType(item, trusted ? 'any' : 'ensure')
    if (type === undefined) return
    const renderer = this.registry.createRenderer(type)
    renderer.addClass(`${this.name}-item`)
    this.addWidget(renderer)
    // The registry only reads the bundle; its type asks for one that can be changed.
    await renderer.renderModel(new MimeModel({ data: { ...item } as never, trusted }))
  }
}
