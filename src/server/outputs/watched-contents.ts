import type { Contents, Outputs } from '../services.js'

/**
 * The same contents; a notebook that is read or was saved is shown to `outputs`. Who reads a notebook while it is saved
 * gets it as it is afterwards: a page that is reloaded has sent its save just before.
 */
export function watchedContents(contents: Contents, outputs: Pick<Outputs, 'opened' | 'saved'>): Contents {
  const saving = new Map<string, Promise<unknown>>()

  const get: Contents['get'] = async (path, options) => {
    if (options?.content !== false) {
      await saving.get(path)
      outputs.opened(path)
    }
    return contents.get(path, options)
  }

  const save: Contents['save'] = async (path, model, options) => {
    const begun = new Date()
    const work = contents.save(path, model, options)
    const settled = work.then(
      () => {},
      () => {},
    )
    saving.set(path, settled)
    try {
      const saved = await work
      if (model.type === 'notebook' && model.content !== undefined) outputs.saved(path, model.content, begun)
      return saved
    } finally {
      if (saving.get(path) === settled) saving.delete(path)
    }
  }

  // A Proxy, so that methods of a class keep their own `this` and none is forgotten here.
  return new Proxy(contents, {
    get(target, name) {
      if (name === 'get') return get
      if (name === 'save') return save
      const member = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
