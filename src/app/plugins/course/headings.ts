import type { INotebookModel } from '@jupyterlab/notebook'

/** A heading of the open notebook. */
export interface NotebookHeading {
  readonly text: string
  readonly level: number
  /** The place of its cell. */
  readonly cell: number
  /** Which of its cell's headings it is. */
  readonly index: number
}

/** The headings of a notebook's Markdown, down to the third level, without the title. */
export function headingsOf(model: Pick<INotebookModel, 'cells'>): NotebookHeading[] {
  const headings = [...model.cells].flatMap(({ type, sharedModel }, cell) =>
    type === 'markdown'
      ? headingsIn(sharedModel.getSource()).map((heading, index) => ({ ...heading, cell, index }))
      : [],
  )
  return headings.filter(({ level }) => level === 2 || level === 3)
}

/** The headings of a Markdown text that are written with `#`, outside fenced code. */
export function headingsIn(markdown: string): { readonly text: string; readonly level: number }[] {
  const headings: { text: string; level: number }[] = []
  let fence = ''
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && (fence === '' || (mark.startsWith(fence) && line.trim() === mark)))
      fence = fence === '' ? mark : ''
    const found = fence === '' ? /^ {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(line) : null
    if (found?.[1] !== undefined && found[2] !== undefined)
      headings.push({ level: found[1].length, text: plain(found[2]) })
  }
  return headings
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`$]/g, '')
}
