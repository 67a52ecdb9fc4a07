import type { Contents, Outputs } from '../services.js'

/** The same contents; a notebook that was saved is shown to `outputs`. */
export function watchedContents(contents: Contents, outputs: Pick<Outputs, 'saved'>): Contents {
  // A Proxy, so that methods of a class keep their own `this` and none is forgotten here.
  return new Proxy(contents, {
    get(target, name) {
      const member = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      if (name !== 'save') return member.bind(target)
      const save: Contents['save'] = async (path, model, options) => {
        const saved = await target.save(path, model, options)
        if (model.type === 'notebook' && model.content !== undefined) outputs.saved(path, model.content)
        return saved
      }
      return save
    },
  })
}
