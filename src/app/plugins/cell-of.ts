import { Cell, type ICellModel } from '@jupyterlab/cells'
import type { Widget } from '@lumino/widgets'

/** The cell that a widget is in. */
export function cellOf(widget: Widget): Cell<ICellModel> | undefined {
  let parent = widget.parent
  while (parent !== null && !(parent instanceof Cell)) parent = parent.parent
  return parent ?? undefined
}
