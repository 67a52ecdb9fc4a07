import { isObject } from '../notebook/is-object.js'

/** Whether an output is a label of our server's, above outputs whose cell is another now, or gone. */
export function isLabel(output: unknown): boolean {
  const metadata = isObject(output) ? output['metadata'] : undefined
  const note = isObject(metadata) ? metadata['backprop'] : undefined
  return isObject(note) && note['label'] !== undefined
}
