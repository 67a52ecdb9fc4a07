import { describe, expect, it } from 'vitest'
import { accessibleHtml, typeset } from '../../src/tex/index.js'

describe('accessibleHtml()', () => {
  it('gives screen readers the MathML and hides the picture from them, so that nothing is read twice', () => {
    const html = accessibleHtml(typeset('W_1 X'))
    expect(html.match(/<svg [^>]*aria-hidden="true"/g)).toHaveLength(1)
    expect(html.match(/<math /g)).toHaveLength(1)
    expect(html.match(/W 1 times X/g)).toHaveLength(1)
    expect(html).not.toMatch(/aria-label|role=|tabindex|<title/)
  })

  it('may stand inside a paragraph, in a line or on its own', () => {
    for (const display of [true, false]) {
      const html = accessibleHtml(typeset('x', { display }))
      expect(html).toMatch(/^<span style="display:(?:block|inline-block);position:relative;/)
      expect(html).not.toContain('<div')
    }
  })

  it('stands on the baseline in a line', () => {
    const formula = typeset('\\frac{1}{2}', { display: false })
    const depth = /vertical-align: (-[\d.]+ex)/.exec(formula.svg)?.[1]
    expect(accessibleHtml(formula)).toContain(`vertical-align:calc(${depth})`)
    expect(accessibleHtml(formula)).toMatch(/<svg [^>]*style="[^"]*display:block/)
  })
})
