import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeFileAtomically } from '../jupyter/notebook/write-file-atomically.js'
import type { ChapterSource } from './chapter.js'
import { chapterBody } from './chapter-body.js'
import { chapterPage } from './chapter-page.js'
import { courseText } from './course-text.js'
import { foreignFiles } from './foreign-files.js'
import { indexPage } from './index-page.js'
import { isOwnPage } from './is-own-page.js'
import { writeAssets } from './site-assets.js'

export interface SiteOptions {
  /** The course's title. Default: `Backprop Notebooks`. */
  readonly title?: string
  /** What the course is, as paragraphs of plain text for the index. Default: a text about this course. */
  readonly introduction?: readonly string[]
  /** Where `style.css`, `page.js` and `plotly.min.js` are. Default: `dist/assets` of this package. */
  readonly assets?: string
}

export interface Site {
  /** The index's path. */
  readonly index: string
  /** The chapters' paths, in the order given. */
  readonly pages: readonly string[]
}

/**
 * Writes executed notebooks as pages that open from disk, with no network: one page for each chapter, an index,
 * and `assets/`. A page of an earlier run whose chapter is not among these is removed; other files stay, and one that
 * stands in the way stops the writing before it begins.
 *
 * @param chapters in order; `name` becomes the page's file name
 * @param directory made if it is absent
 * @throws TypeError if a name cannot be a file's name, or comes twice
 * @throws Error naming the files that would be written over and are not of an earlier run
 */
export async function writeSite(
  chapters: readonly ChapterSource[],
  directory: string,
  options: SiteOptions = {},
): Promise<Site> {
  checkNames(chapters)
  const folder = resolve(directory)
  const foreign = await foreignFiles(
    chapters.map(({ name }) => name),
    folder,
  )
  if (foreign.length > 0) {
    throw new Error(
      `writeSite(chapters, directory): not written by an earlier run: ${foreign.join(', ')}. Expected a folder without files of these names.`,
    )
  }
  const course = {
    title: options.title ?? courseText.title,
    introduction: options.introduction ?? courseText.introduction,
  }
  const names = new Set(chapters.map(({ name }) => name))
  const pageOf = (name: string) => (names.has(name) ? encodeURI(`${name}.html`) : undefined)
  const ready = chapters.map((chapter, index) => chapterBody(chapter, index, pageOf))

  await mkdir(folder, { recursive: true })
  await writeAssets(folder, options.assets)
  const pages: string[] = []
  for (const [index, chapter] of ready.entries()) {
    const path = join(folder, chapter.file)
    await writeFileAtomically(path, chapterPage(ready, index, course.title))
    pages.push(path)
  }
  const index = join(folder, 'index.html')
  await writeFileAtomically(index, indexPage(course, ready))
  await removeStale(folder, new Set(['index.html', ...ready.map(({ file }) => file)]))
  return { index, pages }
}

function checkNames(chapters: readonly ChapterSource[]): void {
  const seen = new Set<string>()
  for (const { name } of chapters) {
    const problem =
      name.toLowerCase() === 'index' || seen.has(name.toLowerCase())
        ? 'is taken already'
        : /^[\p{Letter}\p{Number}][\p{Letter}\p{Number} ._-]*$/u.test(name)
          ? undefined
          : 'cannot be the name of a file'
    if (problem !== undefined) {
      throw new TypeError(
        `writeSite(chapters): the name '${name}' ${problem}. Expected the notebook's name without .ipynb, such as '01-contours-and-gradient', once each.`,
      )
    }
    seen.add(name.toLowerCase())
  }
}

/** Removes pages that an earlier run wrote, known by their generator; what someone else put there stays. */
async function removeStale(folder: string, current: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html') || current.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (await isOwnPage(path)) await rm(path)
  }
}
