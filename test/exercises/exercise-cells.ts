import ts from 'typescript'
import * as src from '../../src/index.js'
import { type CommittedCell, chapter, chapterNames } from '../notebooks/chapters.js'

/** The name of the notebook that an id such as `06-3` belongs to. */
export function notebookOf(id: string): string {
  const name = chapterNames.find((each) => each.startsWith(id.slice(0, 2)))
  if (name === undefined) throw new Error(`There is no chapter for ${id}.`)
  return name
}

export function cellsOf(id: string): readonly CommittedCell[] {
  return chapter(notebookOf(id)).cells
}

/** The cell with this id in the chapter that an exercise belongs to. */
export function cellNamed(exercise: string, cell: string): CommittedCell | undefined {
  return cellsOf(exercise).find(({ id }) => id === cell)
}

/** The text of a cell. */
export function textOf(cell: CommittedCell | undefined): string {
  return cell?.source.join('') ?? ''
}

/** `exercise-3` of `06-3`, `hunt-1` of `06-h1`: the Markdown cell; the stub's id has `-answer` after it. */
export function cellIdOf(id: string): string {
  const [, kind = '', number = ''] = /^\d\d-(h?)(\d+)$/.exec(id) ?? []
  return `${kind === 'h' ? 'hunt' : 'exercise'}-${number}`
}

/** Runs a cell that needs nothing of earlier cells but what they import, and gives what it shows. */
export function shownBy(cell: string): unknown[] {
  const shown: unknown[] = []
  const names = { ...src, show: (...items: unknown[]) => shown.push(...items) }
  const { outputText } = ts.transpileModule(cell, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  const run = new Function('require', 'exports', ...Object.keys(names), `{${outputText}\n}`)
  run(() => names, {}, ...Object.values(names))
  return shown
}
