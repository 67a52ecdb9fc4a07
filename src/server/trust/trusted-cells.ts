import type { Cell, Notebook, Output } from '../../jupyter/notebook/notebook.js'

/** The notebook with `metadata.trusted` on each code cell, by which the page knows. No file keeps it. */
export function markCells(notebook: Notebook, trusted: boolean): Notebook {
  const mark = (cell: Cell): Cell =>
    cell.cell_type === 'code' ? { ...cell, metadata: { ...cell.metadata, trusted } } : cell
  return { ...notebook, cells: notebook.cells.map(mark) }
}

/** Whether each code cell is marked as trusted, or shows nothing that could do harm. */
export function areCellsTrusted({ cells }: Notebook): boolean {
  return cells.every((cell) => cell.metadata['trusted'] === true || isHarmless(cell))
}

/** Whether no code cell shows anything that could do harm, whatever the notebook says of itself. */
export function isHarmlessNotebook({ cells }: Notebook): boolean {
  return cells.every(isHarmless)
}

/** Streams and errors are shown as text, and what is no code has no outputs. */
function isHarmless(cell: Cell): boolean {
  return cell.cell_type !== 'code' || cell.outputs.every(({ output_type: type }) => isText(type))
}

function isText(type: Output['output_type']): boolean {
  return type === 'stream' || type === 'error'
}
