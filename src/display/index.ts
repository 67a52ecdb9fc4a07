export type { Showable } from './item-bundle.js'
export type { LearnerRecord } from './learner-record.js'
export { show } from './show.js'
export { matrixTable, type Table, type TableCell, table } from './table.js'
