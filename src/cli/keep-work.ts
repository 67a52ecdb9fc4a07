import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Notebook } from '../jupyter/notebook/notebook.js'
import { readNotebook } from '../jupyter/notebook/read-notebook.js'
import type { Chapter } from './chapters.js'
import { UsageError } from './usage-error.js'

/**
 * Refuses, before anything is run, an output that would write over somebody's work. Replaced are only what earlier
 * runs wrote: pages with our mark, and notebooks whose cells are the chapter's own, outputs aside.
 *
 * @param output an absolute path
 * @throws UsageError naming the files and what to do
 */
export async function keepWork(
  chapters: readonly Chapter[],
  { format, output }: { readonly format: 'html' | 'ipynb'; readonly output: string },
): Promise<void> {
  const found = await stat(output).catch(() => undefined)
  if (found !== undefined && !found.isDirectory()) {
    throw new UsageError(`--output ${output} is a file. Give a folder.`)
  }
  if (format === 'html') return keepPages(chapters, output)
  for (const chapter of chapters) await keepNotebook(chapter, join(output, `${chapter.name}.ipynb`), output)
}

async function keepPages(chapters: readonly Chapter[], output: string): Promise<void> {
  const { foreignFiles } = await import('../export/index.js')
  const names = chapters.map(({ name }) => name)
  const foreign = await foreignFiles(names, output)
  if (foreign.length === 0) return
  throw new UsageError(
    `The pages would write over what backprop did not write: ${foreign.join(', ')}. ${advice(foreign)}`,
  )
}

async function keepNotebook({ file }: Chapter, target: string, output: string): Promise<void> {
  const written = await realpath(target).catch(() => undefined)
  if (written === undefined) return
  if (written === (await realpath(file))) {
    throw new UsageError(`--output ${output} would write over ${file}. Give another folder.`)
  }
  const chapter = await readNotebook(file).catch(() => undefined)
  // It cannot be run, so nothing will be written; the run tells why.
  if (chapter === undefined) return
  const there = await readNotebook(target).catch(() => undefined)
  if (there !== undefined && haveSameCells(there, chapter)) return
  throw new UsageError(
    `The executed notebook would write over ${target}, which ${
      there === undefined ? 'is no notebook that can be read' : `has other cells than ${file}`
    }. ${advice([target])}`,
  )
}

/** Whether one is an executed copy of the other. Cells of text count too: notes in them are work. */
function haveSameCells(a: Notebook, b: Notebook): boolean {
  return (
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => cell.cell_type === b.cells[i]?.cell_type && cell.source === b.cells[i]?.source)
  )
}

function advice({ length }: readonly string[]): string {
  return `Move ${length === 1 ? 'it' : 'them'} away, or give another folder with --output. Nothing was run.`
}
