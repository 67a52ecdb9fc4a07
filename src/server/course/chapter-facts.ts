import { createHash } from 'node:crypto'
import { chapterNumber, minutesNamed, titleFromName, withoutNumber } from '../../export/chapter.js'
import type { Notebook } from '../../jupyter/notebook/notebook.js'
import { codeCells } from './chapter-progress.js'

/** What the course's list says of a chapter, read from its notebook. */
export interface ChapterFacts {
  /** The file's name without `.ipynb`: `06-backprop`. */
  readonly name: string
  readonly number: number
  readonly title: string
  /** As the chapter's own text says it: `45 minutes`, `20 to 45 minutes`. */
  readonly minutes: string | null
  /** Cells of code. */
  readonly cells: number
  readonly hash: string
}

/**
 * @param index the chapter's place, from 0: its number where the name has none
 */
export function chapterFacts(name: string, notebook: Notebook, index: number): ChapterFacts {
  return {
    name,
    number: chapterNumber(name, index),
    title: headingOf(notebook) ?? titleFromName(name),
    minutes: minutesNamed(notebook) ?? null,
    cells: codeCells(notebook).length,
    hash: contentHash(notebook),
  }
}

/**
 * The same for two notebooks with the same cells, whatever they have been run to: outputs, counts and metadata are
 * not part of it.
 */
export function contentHash({ cells }: Notebook): string {
  const content = cells.map(({ cell_type, source }) => [cell_type, source])
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** The first heading of the first level, as plain text without its number. */
function headingOf({ cells }: Notebook): string | undefined {
  for (const { cell_type, source } of cells) {
    const heading = cell_type === 'markdown' ? /^#[ \t]+(.+?)[ \t#]*$/m.exec(source)?.[1] : undefined
    const words = heading?.replace(/[*`$]/g, '').trim()
    if (words !== undefined && words !== '') return withoutNumber(words)
  }
  return undefined
}
