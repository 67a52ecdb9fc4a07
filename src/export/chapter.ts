import type { Notebook } from '../jupyter/notebook/notebook.js'
import { type FigureJson, figuresOf } from './mime-bundle.js'

/** A notebook with the name of its file, without `.ipynb`: `01-contours-and-gradient`. */
export interface ChapterSource {
  readonly name: string
  readonly notebook: Notebook
}

/** The number that the name begins with, else the place in the list. */
export function chapterNumber(name: string, index: number): number {
  const number = /^0*(\d{1,3})\b/.exec(name)?.[1]
  return number === undefined ? index + 1 : Number(number)
}

/** `01-contours-and-gradient` as a person would write it, for a chapter without a heading. */
export function titleFromName(name: string): string {
  const words = name
    .replace(/^\d+[-_ ]*/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}

/** A title without the number that stands beside it anyway: `1. Contours`, `Chapter 1: Contours`, `01 · Contours`. */
export function withoutNumber(title: string): string {
  const rest = title.replace(/^(?:chapter\s+)?\d{1,3}\s*(?:[.:·—–-]|\s)\s*(?=\S)/i, '')
  return rest === title && /^chapter\s+\d+$/i.test(title) ? title : rest
}

/** The charts that the chapter shows, in order. */
export function chartsIn({ cells }: Notebook): FigureJson[] {
  return cells
    .flatMap((cell) => (cell.cell_type === 'code' ? cell.outputs : []))
    .flatMap((output) => ('data' in output ? figuresOf(output.data) : []))
}

/** How long the chapter takes, if its text says so: `20 to 45 minutes`, `about 30 minutes` → `30 minutes`. */
export function minutesNamed({ cells }: Notebook): string | undefined {
  for (const cell of cells) {
    if (cell.cell_type !== 'markdown') continue
    const found = /(\d{1,3})(?:\s*(?:to|–|-)\s*(\d{1,3}))?\s*minutes\b/i.exec(cell.source)
    if (found !== null)
      return found[2] === undefined ? `${found[1]} minutes` : `${found[1]} to ${found[2]} minutes`
  }
  return undefined
}
