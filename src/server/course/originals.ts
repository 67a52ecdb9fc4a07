import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readNotebook } from '../../jupyter/notebook/read-notebook.js'
import { type ChapterFacts, chapterFacts } from './chapter-facts.js'
import { readWhenChanged } from './read-when-changed.js'

/** A chapter of the course, as it comes with it. */
export interface Original extends ChapterFacts {
  readonly file: string
}

/** The course's chapters, as they come with it. They are only ever read. */
export interface Originals {
  /** Their names, in order. */
  names(): Promise<readonly string[]>
  /**
   * Each is read anew when it has changed: a course that is updated under a running server offers its new chapters at
   * once.
   *
   * @throws NotebookError for a notebook that cannot be read
   */
  chapters(): Promise<readonly Original[]>
}

export function originalsIn(folder: string): Originals {
  const notebook = readWhenChanged(readNotebook)
  const known = new WeakMap<object, ChapterFacts>()
  const names = async () =>
    (await readdir(folder))
      .filter((file) => /^[^.].*\.ipynb$/.test(file))
      .sort()
      .map((file) => file.replace(/\.ipynb$/, ''))
  return {
    names,
    async chapters() {
      const chapters = await Promise.all(
        (await names()).map(async (name, index) => {
          const file = join(folder, `${name}.ipynb`)
          const content = await notebook(file)
          if (content === undefined) return undefined
          const facts = known.get(content) ?? chapterFacts(name, content, index)
          known.set(content, facts)
          return { ...facts, file }
        }),
      )
      return chapters.filter((chapter) => chapter !== undefined)
    },
  }
}
