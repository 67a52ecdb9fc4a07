import { describe, expect, test } from 'vitest'
import { markdownRenderer } from '../../src/export/markdown.js'
import { uniqueIds } from '../../src/export/slug.js'

/** A renderer whose formulas show their LaTeX. */
function renderer() {
  return markdownRenderer({
    id: uniqueIds(['chapter']),
    pageOf: (name) => (name === '02-descent' ? '02-descent.html' : undefined),
    typeset: (latex, display) => `[${display} ${latex}]`,
  })
}

const html = (source: string) => renderer().render(source).html.trim()

describe('Markdown', () => {
  test('shows raw HTML as text', () => {
    expect(html('a <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>')).toBe(
      '<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>&lt;img src=x onerror=alert(1)&gt;</p>',
    )
  })

  test('makes no link that runs a script, and no picture from elsewhere', () => {
    expect(html('[x](javascript:alert(1)) [y](data:text/html,x)')).not.toContain('<a')
    expect(html('![a chart](https://example.org/x.png)')).toBe('<p><em>a chart</em></p>')
    expect(html('![a "dot"](data:image/png;base64,AAAA)')).toBe(
      '<p><img src="data:image/png;base64,AAAA" alt="a &quot;dot&quot;"></p>',
    )
  })

  test('shows a picture that is attached to the cell', () => {
    const shown = renderer().render('![dot](attachment:dot.png)', 2, { 'dot.png': { 'image/png': 'AA\nAA' } })
    expect(shown.html).toContain('<img src="data:image/png;base64,AAAA" alt="dot">')
  })

  test('typesets formulas in lines and in blocks, untouched by Markdown', () => {
    expect(html('With $a_1 * b_1$ and $c_2 * d_2$.')).toBe(
      '<p>With [inline a_1 * b_1] and [inline c_2 * d_2].</p>',
    )
    expect(html('Then\n$$\n\\frac{a}{b}\n$$\nfollows.')).toBe(
      '<p>Then</p>\n[block \\frac{a}{b}]<p>follows.</p>',
    )
    expect(html('$$J = 1$$')).toBe('[block J = 1]')
    expect(html('So $$J = 1$$ holds.')).toBe('<p>So [block J = 1] holds.</p>')
    expect(html('\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}')).toBe(
      '[block \\begin{align}\na &= b \\\\\nc &= d\n\\end{align}]',
    )
    expect(html('1. item\n\n   $$x$$')).toContain('[block x]')
  })

  test('leaves dollars alone', () => {
    expect(html('It costs $5 or $6.')).toBe('<p>It costs $5 or $6.</p>')
    expect(html('It costs \\$5 and \\$6.')).toBe('<p>It costs $5 and $6.</p>')
    expect(html('`$x$`')).toBe('<p><code>$x$</code></p>')
  })

  test('links to chapters of the site by their pages, and drops links that would lead nowhere', () => {
    expect(html('[next](02-descent.ipynb)')).toBe('<p><a href="02-descent.html">next</a></p>')
    expect(html('[step](./02-descent.ipynb#One-step)')).toBe(
      '<p><a href="02-descent.html#one-step">step</a></p>',
    )
    expect(html('[here](#The-gradient)')).toBe('<p><a href="#the-gradient">here</a></p>')
    expect(html('[readme](../README.md) and [gone](09-gone.ipynb)')).toBe(
      '<p><span>readme</span> and <span>gone</span></p>',
    )
  })

  test('gives headings ids that are stable and come once', () => {
    const page = renderer()
    const first = page.render('# 1. The gradient, ∇J\n\n## Why?\n\n## Why?', 1)
    expect(first.headings.map(({ id, level }) => [id, level])).toEqual([
      ['the-gradient-j', 1],
      ['why', 2],
      ['why-2', 2],
    ])
    expect(first.html).toContain('<h1 id="the-gradient-j">The gradient, ∇J</h1>')
    expect(page.render('# Chapter').headings[0]).toMatchObject({ id: 'chapter-2', level: 2 })
  })

  test('lists headings without links in them', () => {
    const [heading] = renderer().render('## See [out](https://example.org) and `x`').headings
    expect(heading).toMatchObject({ html: 'See out and <code>x</code>', text: 'See out and x' })
  })

  test('lets wide tables scroll by themselves', () => {
    expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).toMatch(
      /^<div class="scroll"><table>[\s\S]*<\/table><\/div>$/,
    )
  })

  test('colours fenced TypeScript and escapes all else', () => {
    expect(html('```ts\nconst a = 1 < 2\n```')).toContain('<span class="hljs-keyword">const</span>')
    expect(html('```text\n<script>\n```')).toBe('<pre class="code"><code>&lt;script&gt;</code></pre>')
  })
})
