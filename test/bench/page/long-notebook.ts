/** A notebook of 500 cells, 100 of them with a chart that was saved, as `.ipynb`. */
export function longNotebook(): string {
  const cells = Array.from({ length: 500 }, (_, index) => {
    const id = `cell-${index}`
    if (index % 5 === 0)
      return {
        cell_type: 'markdown',
        id,
        metadata: {},
        source: `## Part ${index / 5 + 1}\n\nOf $x_{${index}}$.`,
      }
    const outputs = index % 5 === 1 ? [chart(index)] : []
    return {
      cell_type: 'code',
      id,
      metadata: {},
      source: `const a${index} = ${index}`,
      execution_count: index,
      outputs,
    }
  })
  const kernelspec = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' }
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells })
}

function chart(seed: number): object {
  const x = Array.from({ length: 200 }, (_, index) => index)
  const y = x.map((value) => Math.sin(value / 20 + seed))
  const figure = {
    data: [{ type: 'scatter', x, y }],
    layout: { height: 300, title: { text: `Chart ${seed}` } },
  }
  return {
    output_type: 'display_data',
    metadata: {},
    data: { 'application/vnd.plotly.v1+json': figure, 'text/plain': `Chart ${seed}` },
  }
}
