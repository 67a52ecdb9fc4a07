import type { Contents } from '../services.js'
import type { Course } from './course-service.js'

/**
 * Contents in which a chapter's copy is made when it is first opened, whoever opens it and by whatever way: a link
 * from another chapter, a bookmark, a client of another kind. Looking whether a file is there, without its content,
 * opens nothing.
 */
export function courseContents(contents: Contents, course: Course): Contents {
  const open = async (path: string) => {
    const name = await course.chapterAt(path)
    if (name !== undefined) await course.open(name)
  }
  const own: Pick<Contents, 'get' | 'checkpoints'> = {
    async get(path, options) {
      if (options?.content !== false) await open(path)
      return contents.get(path, options)
    },
    // Our page asks for these before it asks for the notebook.
    async checkpoints(path) {
      await open(path)
      return contents.checkpoints(path)
    },
  }
  return new Proxy(contents, {
    get(target, key) {
      if (key === 'get' || key === 'checkpoints') return own[key]
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
