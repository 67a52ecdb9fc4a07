import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The course's chapters, in order. */
export const chapterNames = [
  '01-contours-and-gradient',
  '02-descent-and-learning-rate',
  '03-mse-and-squares',
  '04-chain-rule',
  '05-two-layer-forward',
  '06-backprop',
  '07-training',
  '08-real-data',
] as const

export const notebooksFolder = join(import.meta.dirname, '..', '..', 'notebooks')

export function chapterFile(name: string): string {
  return join(notebooksFolder, `${name}.ipynb`)
}

export function chapterText(name: string): string {
  return readFileSync(chapterFile(name), 'utf8')
}

/** A cell as a committed notebook holds it. */
export interface CommittedCell {
  readonly cell_type: 'markdown' | 'code'
  readonly id: string
  readonly metadata: Record<string, unknown>
  readonly source: readonly string[]
  readonly outputs?: readonly unknown[]
  readonly execution_count?: number | null
}

export interface CommittedNotebook {
  readonly cells: readonly CommittedCell[]
  readonly metadata: Record<string, unknown>
  readonly nbformat: number
  readonly nbformat_minor: number
}

/** The notebook; its form is what `committed-form.test.ts` proves. */
export function chapter(name: string): CommittedNotebook {
  return JSON.parse(chapterText(name)) as CommittedNotebook
}
