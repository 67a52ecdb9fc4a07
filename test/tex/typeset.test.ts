import { describe, expect, it } from 'vitest'
import { FormulaError, typeset } from '../../src/tex/index.js'

describe('typeset()', () => {
  it('gives SVG that stands alone: no ids, no references, no style sheet, in the colour of the text', () => {
    const { svg } = typeset('J = \\frac{1}{M}\\sum_{i=1}^M (a_i - y_i)^2')
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toMatch(/<\/svg>$/)
    expect(svg).toContain('fill="currentColor"')
    expect(svg).not.toMatch(/\bid=|href=|<style|<use|role=|class=|data-/)
  })

  it('draws the lines of tables and frames without a style sheet', () => {
    const { svg } = typeset('\\begin{array}{|c:c|}\\hline a & b\\\\ \\hline c & d\\\\ \\hline\\end{array}')
    expect(svg).toContain(`<line stroke-width="70" fill="none"`)
    expect(svg).toMatch(/<rect stroke-width="70"/)
    expect(svg).toContain('stroke-dasharray="140"')
  })

  it('gives MathML that carries the label, and no trace of MathJax', () => {
    const { mathml, label } = typeset('W_1')
    expect(label).toBe('W 1')
    expect(mathml).toBe(
      '<math alttext="W 1" xmlns="http://www.w3.org/1998/Math/MathML" display="block"><msub><mi>W</mi><mn>1</mn></msub></math>',
    )
    expect(typeset('x \\in \\{1, 2\\}').mathml).not.toContain('mjx')
    expect(typeset('x', { display: false }).mathml).not.toContain('display')
  })

  it('takes a label instead of its own words', () => {
    const formula = typeset('x < 2', { label: 'x is "below" <2> & more' })
    expect(formula.label).toBe('x is "below" <2> & more')
    expect(formula.mathml).toContain('alttext="x is &quot;below&quot; &lt;2&gt; &amp; more"')
  })

  it('says what is wrong with LaTeX that cannot be shown, with the formula', () => {
    expect(() => typeset('\\frac{1}{')).toThrow(FormulaError)
    expect(() => typeset('\\frac{1}{')).toThrow('Missing close brace. The formula: \\frac{1}{')
    expect(() => typeset('\\thteta')).toThrow('Undefined control sequence \\thteta. The formula: \\thteta')
    expect(() => typeset('x^2^3')).toThrow('Double exponent')
    expect(() => typeset('\\begin{pmatrix} 1')).toThrow('Missing \\end{pmatrix}')
    expect(() => typeset(' ')).toThrow('the formula is empty')
  })

  it('refuses options that are none', () => {
    // What cells can hand over, since they are checked without strict.
    const call = (options: object) => () => typeset('x', options)
    expect(call({ displya: true })).toThrow('Did you mean `display`?')
    expect(call({ display: 'block' })).toThrow('expected display to be true or false')
    expect(call({ label: '' })).toThrow('expected label to be the formula in words')
    expect(() => typeset(3 as unknown as string)).toThrow('expected latex to be text')
  })

  it('says the same formula the same way every time', () => {
    expect(typeset('\\tag{1}\\label{a} x')).toEqual(typeset('\\tag{1}\\label{a} x'))
  })

  it('keeps the macros of a formula to that formula', () => {
    expect(typeset('\\newcommand{\\grad}{\\nabla} \\grad J').label).toBe('the gradient of J')
    expect(() => typeset('\\grad J')).toThrow('Undefined control sequence')
  })

  it('recovers after an error', () => {
    expect(() => typeset('\\begin{aligned} \\text{$')).toThrow(FormulaError)
    expect(typeset('x').label).toBe('x')
  })

  it('lets no markup out of the LaTeX', () => {
    const attack = '<img src=x onerror=alert(1)>'
    const formulas = [
      typeset(`\\text{${attack}}`),
      typeset(`\\textcolor{red" onload="alert(1)}{x}`),
      typeset(`\\color{<script>} x`),
      typeset('x', { label: `"${attack}` }),
    ]
    for (const { svg, mathml } of formulas) {
      expect(svg + mathml).not.toMatch(/<(?:img|script)|"\s*onload=/)
    }
    for (const command of [
      'href{javascript:alert(1)}{x}',
      'require{html}',
      'style{color:red}{x}',
      'cssId{a}{x}',
    ])
      expect(() => typeset(`\\${command}`)).toThrow('Undefined control sequence')
  })

  it('sets letters that its font does not have', () => {
    expect(typeset('\\text{Größe – 語}').svg).toContain('<text')
  })
})
