import type { Contents } from '../services.js'
import type { Course } from './course-service.js'

/**
 * Contents in which a chapter's copy is made when it is first opened, whoever opens it and by whatever way: a link
 * from another chapter, a bookmark, a client of another kind. Looking whether a file is there, without its content,
 * opens nothing.
 */
export function courseContents(contents: Contents, course: Course): Contents {
  return {
    ...contents,
    async get(path, options) {
      const name = options?.content === false ? undefined : await course.chapterAt(path)
      if (name !== undefined) await course.open(name)
      return contents.get(path, options)
    },
  }
}
