import type { CreateOptions, SaveModel } from '../services.js'

const emptyNotebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] }

/** What something new is called, what stands before its number, and what is in it, as in Jupyter. */
export function untitled({ type, ext = '' }: CreateOptions): {
  readonly name: string
  readonly insert: string
  readonly model: SaveModel
} {
  if (type === 'directory') return { name: 'Untitled Folder', insert: ' ', model: { type } }
  return type === 'notebook'
    ? { name: 'Untitled.ipynb', insert: '', model: { type, format: 'json', content: emptyNotebook } }
    : { name: `untitled${ext}`, insert: '', model: { type, format: 'text', content: '' } }
}
