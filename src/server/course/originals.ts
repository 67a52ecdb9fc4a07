import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readNotebook } from '../../jupyter/notebook/read-notebook.js'
import { type ChapterFacts, chapterFacts } from './chapter-facts.js'
import { readWhenChanged } from './read-when-changed.js'

/** A chapter of the course, as it comes with it. */
export interface Original extends ChapterFacts {
  readonly file: string
}

/**
 * The course's chapters in order. They are only ever read, each anew when it has changed: a course that is updated
 * under a running server offers its new chapters at once.
 *
 * @throws NotebookError from the returned function for a notebook that cannot be read
 */
export function originalsIn(folder: string): () => Promise<readonly Original[]> {
  const notebook = readWhenChanged(readNotebook)
  const facts = new WeakMap<object, ChapterFacts>()
  return async () => {
    const files = (await readdir(folder)).filter((file) => /^[^.].*\.ipynb$/.test(file)).sort()
    const chapters = await Promise.all(
      files.map(async (name, index) => {
        const file = join(folder, name)
        const content = await notebook(file)
        if (content === undefined) return undefined
        const known = facts.get(content) ?? chapterFacts(name.replace(/\.ipynb$/, ''), content, index)
        facts.set(content, known)
        return { ...known, file }
      }),
    )
    return chapters.filter((chapter) => chapter !== undefined)
  }
}
