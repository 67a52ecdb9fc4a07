export type { Showable } from './item-bundle.js'
export { show } from './show.js'
export { matrixTable, type Table, type TableCell, table } from './table.js'
