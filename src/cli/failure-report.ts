import { stripVTControlCharacters } from 'node:util'
import type { CellFailure } from '../jupyter/execute/run-notebook.js'
import type { Output } from '../jupyter/notebook/notebook.js'
import { locateError } from './locate-error.js'

/** Lines of a cell shown before and after the one that failed. */
const around = 4
/** Lines of an error shown. */
const longestError = 25

/** What a person needs to mend a failed cell: chapter, cell, line, the text around it with a mark, the error. */
export function failureReport(chapter: string, { cell, index, number, status, reason }: CellFailure): string {
  const place = status === 'error' ? locateError(cell.source, toldOf(cell.outputs)) : undefined
  const where = place === undefined ? '' : `, ${place.exact ? 'line' : 'near line'} ${place.line}`
  const error = [reason, errorText(cell.outputs)]
    .filter((text) => text !== undefined && text !== '')
    .join('\n')
  return [
    `${chapter}, code cell ${number} (cell ${index + 1} of the notebook, id ${cell.id})${where}: ${happened[status]}`,
    '',
    ...excerpt(cell.source.split('\n'), place?.line, place?.column),
    '',
    ...(error === '' ? 'The kernel gave no message.' : error)
      .split('\n')
      .map((line) => (line === '' ? '' : `  ${line}`)),
    '',
  ].join('\n')
}

const happened: Record<CellFailure['status'], string> = {
  error: 'failed.',
  aborted: 'was not run, because the kernel was busy with an earlier error.',
  timeout: 'ran out of time.',
  died: 'ended the kernel.',
}

function excerpt(lines: readonly string[], line: number | undefined, column: number | undefined): string[] {
  const first = Math.max(1, (line ?? 1) - around)
  const last = line === undefined ? lines.length : Math.min(lines.length, line + around)
  const width = String(last).length
  const gutter = (mark: string, label: string | number) => `  ${mark} ${String(label).padStart(width)} | `
  const shown: string[] = []
  for (let each = first; each <= last; each++) {
    shown.push(`${gutter(each === line ? '>' : ' ', each)}${lines[each - 1] ?? ''}`.trimEnd())
    if (each === line && column !== undefined) shown.push(`${gutter(' ', '')}${' '.repeat(column - 1)}^`)
  }
  return shown
}

/** What the kernel told of the error: as an output of its own, or, as stock tslab does, on stderr. */
function toldOf(outputs: readonly Output[]): string {
  return outputs
    .flatMap((output) => {
      if (output.output_type === 'stream' && output.name === 'stderr') return [output.text]
      if (output.output_type !== 'error') return []
      const { ename, evalue, traceback } = output
      // ipykernel colours its tracebacks.
      const text = stripVTControlCharacters(traceback.join('\n'))
      return [`${text === '' ? `${ename}: ${evalue}` : text}\n`]
    })
    .join('')
}

/** The error as the kernel told it, without the stack's frames that lie in tslab and Node.js. */
function errorText(outputs: readonly Output[]): string {
  const lines = toldOf(outputs)
    .trimEnd()
    // The excerpt that Node.js puts above an error; the cell's own text is shown already.
    .replace(/^\S+:\d+\n.*\n\s*\^+\n\n/m, '')
    .split('\n')
    .filter(
      (line) =>
        !/^ {4}at .*(\(node:|\(<anonymous>\)|tslab[\\/]dist|evalmachine\.|sigintHandlersWrap)/.test(line),
    )
  const shown = lines.length > longestError ? ['…', ...lines.slice(-longestError)] : lines
  return shown.join('\n').trim()
}
