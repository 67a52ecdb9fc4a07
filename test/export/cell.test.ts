import { describe, expect, test } from 'vitest'
import { codeCell } from '../../src/export/cell.js'
import { markdownRenderer } from '../../src/export/markdown.js'
import { uniqueIds } from '../../src/export/slug.js'
import type { CodeCell, Output } from '../../src/jupyter/notebook/notebook.js'
import { printed, shown } from './fixture/cells.js'
import { bundle, costFigure, heatmapFigure } from './fixture/figures.js'

function render(...outputs: Output[]): string {
  return renderCode('const a = 1', ...outputs)
}

function renderCode(source: string, ...outputs: Output[]): string {
  const id = uniqueIds()
  const typeset = (latex: string) => `[${latex.length} signs]`
  const page = { id, typeset, markdown: markdownRenderer({ id, typeset, pageOf: () => undefined }) }
  const cell: CodeCell = { cell_type: 'code', id: 'c1', metadata: {}, source, execution_count: 7, outputs }
  return codeCell(cell, 3, page)
}

const hostile = '</pre><script>alert(1)</script><img src=x onerror=alert(1)>'
/** Tags that the hostile text would open if it were read as HTML. */
const attack = /<script>alert|<img src=x/

describe('A code cell', () => {
  test('has its number, a link to itself, and its code as it can be copied', () => {
    const html = render()
    expect(html).toContain('id="cell-c1"')
    expect(html).toContain('<a class="number" href="#cell-c1" aria-label="Link to cell 3">3</a>')
    const code = /<code>([\s\S]*)<\/code>/.exec(html)?.[1] ?? ''
    expect(code.replace(/<[^>]+>/g, '')).toBe('const a = 1')
  })

  test('shows hostile code, prints and errors as text', () => {
    expect(renderCode(hostile)).not.toMatch(attack)
    expect(render(printed(hostile))).not.toMatch(attack)
    expect(render(printed(hostile, 'stderr'))).not.toMatch(attack)
    expect(
      render({ output_type: 'error', ename: hostile, evalue: hostile, traceback: [hostile] }),
    ).not.toMatch(attack)
    expect(render(shown({ 'text/plain': hostile }))).not.toMatch(attack)
    expect(render(shown({ 'text/html': hostile }))).not.toMatch(attack)
    expect(render(shown({ 'text/markdown': hostile }))).not.toMatch(attack)
    expect(render(shown({ [hostile]: 'x' }))).not.toMatch(attack)
    expect(render(shown({ 'image/png': `"${hostile}` }))).not.toMatch(attack)
  })

  test('keeps a hostile figure inside its JSON, its name and its summary', () => {
    const figure = {
      data: [{ type: 'scatter', name: '</script><script>alert(1)</script>' }],
      layout: { title: { text: hostile }, meta: { summary: hostile } },
    }
    const html = render(shown({ 'application/vnd.plotly.v1+json': figure, 'text/plain': hostile }))
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toMatch(attack)
  })

  test('joins what was printed in pieces, and leaves out colours of a terminal', () => {
    const html = render(printed('a'), printed('b\n'), printed('\u001b[31mc\u001b[0m', 'stderr'), printed('d'))
    expect(html.match(/<pre class="stream/g)).toHaveLength(3)
    expect(html).toContain('<pre class="stream stdout">ab</pre>')
    expect(html).toContain('<pre class="stream stderr">c</pre>')
  })

  test('draws a chart from its JSON, named by its summary, not from its HTML', () => {
    const html = render(shown({ ...bundle(costFigure), 'text/html': '<p>fallback</p>' }))
    expect(html).not.toContain('fallback')
    expect(html).toContain('<figure class="chart" id="chart-c1"')
    expect(html).toContain('<figcaption>Cost by iteration for three learning rates</figcaption>')
    expect(html).toMatch(/role="img" aria-label="With α = 0\.1 the cost falls/)
    const json = /<script type="application\/json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(json).data).toEqual(costFigure.data)
  })

  test('sets a row side by side, each item in its richest form and with an id of its own', () => {
    const items = [
      bundle(costFigure),
      bundle(heatmapFigure),
      { 'text/html': '<table></table>', 'text/plain': 't' },
    ]
    const html = render(
      shown({ 'application/vnd.backprop.row+json': { items }, 'text/html': '<p>fallback</p>' }),
    )
    expect(html).not.toContain('fallback')
    expect(html.match(/<div class="item">/g)).toHaveLength(3)
    expect(html).toContain('id="chart-c1"')
    expect(html).toContain('id="chart-c1-2"')
    expect(html).toContain('<table></table>')
  })

  test('sets a stack one below the other in its box, with live charts', () => {
    const items = [
      { 'text/html': '<p>One line is wrong.</p>' },
      bundle(costFigure),
      { 'text/html': '<p>Why?</p>' },
    ]
    const box = { tone: 'plain', heading: 'Bug <hunt>', role: 'note' }
    const html = render(
      shown({ 'application/vnd.backprop.stack+json': { box, items }, 'text/html': '<p>fallback</p>' }),
    )
    expect(html).not.toContain('fallback')
    expect(html).toMatch(/<div role="note" .*Bug &lt;hunt&gt;.*One line is wrong.*id="chart-c1".*Why\?/s)
    const bare = { box: { tone: 'red;x:url(', heading: 'No' }, items }
    expect(render(shown({ 'application/vnd.backprop.stack+json': bare }))).not.toContain('url(')
  })

  test('falls back to the next form where a figure or a row is malformed', () => {
    for (const broken of [null, 3, {}, { data: 3, layout: {} }, { data: [null], layout: {} }]) {
      const html = render(shown({ 'application/vnd.plotly.v1+json': broken, 'text/plain': 'in words' }))
      expect(html).toContain('<pre class="plain">in words</pre>')
    }
    for (const broken of [null, [], {}, { items: [] }, { items: [1, 2] }]) {
      const html = render(shown({ 'application/vnd.backprop.row+json': broken, 'text/plain': 'in words' }))
      expect(html).toContain('<pre class="plain">in words</pre>')
    }
  })

  test('shows the reason of an error once', () => {
    const html = render({ output_type: 'error', ename: 'ShapeError', evalue: 'no', traceback: [] })
    expect(html).toContain('<pre class="error">ShapeError: no</pre>')
  })
})
