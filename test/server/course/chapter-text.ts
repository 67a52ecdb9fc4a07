/** The text of a small chapter: a cell of Markdown, then cells of code of which the first `run` were run. */
export function chapterText(markdown: string, code: readonly string[], run = 0): string {
  const cells = [
    { cell_type: 'markdown', id: 'head', metadata: {}, source: markdown },
    ...code.map((source, i) => ({
      cell_type: 'code',
      id: `cell-${i}`,
      metadata: {},
      source,
      execution_count: i < run ? i + 1 : null,
      outputs: [],
    })),
  ]
  return `${JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }, null, 1)}\n`
}
