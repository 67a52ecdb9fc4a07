import type { Notebook } from '../../jupyter/notebook/notebook.js'

export interface Script {
  readonly text: string
  /** With its dot: `.ts`. */
  readonly extension: string
}

const known: Readonly<Record<string, readonly [extension: string, comment: string]>> = {
  typescript: ['.ts', '//'],
  javascript: ['.js', '//'],
  python: ['.py', '#'],
  r: ['.r', '#'],
  julia: ['.jl', '#'],
  rust: ['.rs', '//'],
  go: ['.go', '//'],
  bash: ['.sh', '#'],
}

/** The code of a notebook's cells one after the other, the text between them as comments. */
export function notebookScript({ metadata, cells }: Notebook): Script {
  const language = String(metadata.language_info?.name ?? metadata.kernelspec?.['language'] ?? 'typescript')
  const [extension, comment] = known[language.toLowerCase()] ?? ['.txt', '#']
  const parts = cells.flatMap((cell) => {
    if (cell.cell_type === 'code') return [cell.source]
    if (cell.cell_type === 'raw') return []
    return [
      cell.source
        .split('\n')
        .map((line) => `${comment} ${line}`.trimEnd())
        .join('\n'),
    ]
  })
  return { text: `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`, extension }
}
