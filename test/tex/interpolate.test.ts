import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrix } from '../../src/math/index.js'
import { FormulaError, tex } from '../../src/tex/index.js'
import { interpolate, type TexValue } from '../../src/tex/interpolate.js'
import { trials } from '../support/trials.js'

function latex(strings: TemplateStringsArray, ...values: TexValue[]): string {
  return interpolate(strings.raw, values, 4)
}

describe('interpolate()', () => {
  it('writes numbers to four significant digits', () => {
    expect(latex`J = \frac{1}{${4}}(\ldots) = ${0.0432198}`).toBe('J = \\frac{1}{4}(\\ldots) = 0.04322')
  })

  it('puts a negative number after an operator or a value in parentheses', () => {
    expect(latex`(0.7 - ${-1})^2`).toBe('(0.7 - (-1))^2')
    expect(latex`2 \cdot ${-1}`).toBe('2 \\cdot (-1)')
    expect(latex`w \odot ${-1} + ${-2}`).toBe('w \\odot (-1) + (-2)')
    expect(latex`\alpha ${-1}`).toBe('\\alpha (-1)')
    expect(latex`\sigma'(z)\,${-1}`).toBe("\\sigma'(z)\\,(-1)")
    expect(latex`\log ${-1}`).toBe('\\log (-1)')
    expect(latex`2${-3}`).toBe('2(-3)')
  })

  it('puts a negative number before a power or an index in parentheses', () => {
    expect(latex`${-1}^2`).toBe('(-1)^2')
    expect(latex`= ${-0.5} ^{2}`).toBe('= (-0.5) ^{2}')
  })

  it('leaves a negative number bare where a value begins', () => {
    expect(latex`${-1} + x`).toBe('-1 + x')
    expect(latex`y = ${-1}, z \approx ${-2}, \quad ${-3}`).toBe('y = -1, z \\approx -2, \\quad -3')
    expect(latex`f(${-1}) \le \left(${-2}\right)`).toBe('f(-1) \\le \\left(-2\\right)')
    expect(latex`\begin{aligned} a &= ${-1} \\ & ${-2} \\[2pt] ${-3} \end{aligned}`).toBe(
      '\\begin{aligned} a &= -1 \\\\ & -2 \\\\[2pt] -3 \\end{aligned}',
    )
    expect(latex`\begin{pmatrix}${-1} & ${-2}\end{pmatrix}`).toBe('\\begin{pmatrix}-1 & -2\\end{pmatrix}')
    expect(latex`|${-1}| \to ${-2}, x \in \{${-1}, ${2}\}`).toBe('|-1| \\to -2, x \\in \\{-1, 2\\}')
    expect(latex`z\;=\;${-2}`).toBe('z\\;=\\;-2')
    expect(latex`\frac{${-1}}{${-2}}`).toBe('\\frac{-1}{-2}')
  })

  it('takes a number after ^, _ or \\frac as the whole argument', () => {
    expect(latex`x^${12} + W_${-1} + x^ ${1e-7}`).toBe('x^{12} + W_{-1} + x^ {10^{-7}}')
    expect(latex`\frac${1}${-20} + \sqrt${12} + \frac{x}${34}`).toBe(
      '\\frac{1}{-20} + \\sqrt{12} + \\frac{x}{34}',
    )
  })

  it('never lets digits run together', () => {
    expect(latex`2${3} + 2 ${0.5}`).toBe('2 \\cdot 3 + 2  \\cdot 0.5')
    expect(latex`${2}${3}`).toBe('2 \\cdot 3')
    expect(latex`${1e-7}${3}`).toBe('10^{-7} \\cdot 3')
    expect(latex`${3} 4`).toBe('3 \\cdot 4')
    expect(latex`x_1${3}`).toBe('x_1 \\cdot 3')
    expect(latex`2${matrix([[1e-6]])}`).toContain('2 \\cdot 10^{-6}')
  })

  it('puts a power of ten in parentheses under a slash or a power', () => {
    expect(latex`x / ${1.2e-7}`).toBe('x / (1.2\\times 10^{-7})')
    expect(latex`${1.2e-7}^2`).toBe('(1.2\\times 10^{-7})^2')
    expect(latex`x - ${1.2e-7}`).toBe('x - 1.2\\times 10^{-7}')
  })

  it('writes a number inside \\text with its own dollars where it needs them', () => {
    expect(latex`\text{sample ${3} of ${-1} and ${1e-7}} - ${-1}`).toBe(
      '\\text{sample 3 of $-1$ and $10^{-7}$} - (-1)',
    )
    expect(latex`\text{a {b} \} ${-1}} + \mathrm{x}${-1}`).toBe('\\text{a {b} \\} $-1$} + \\mathrm{x}(-1)')
    expect(latex`\text{if $x = ${-1}$, ${-2}}`).toBe('\\text{if $x = -1$, $-2$}')
  })

  it('writes a matrix, a list and rows as a pmatrix', () => {
    expect(latex`W = ${matrix([[1, 2.5]])}`).toBe('W = \\begin{pmatrix} 1.0 & 2.5 \\end{pmatrix}')
    expect(latex`\theta = ${[3, -2]}`).toBe('\\theta = \\begin{pmatrix} 3 \\\\ -2 \\end{pmatrix}')
    expect(latex`${[[1], [2]]}^T`).toBe('\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}^T')
  })

  it('puts text in as it is and a formula as its LaTeX', () => {
    const gradient = tex`\nabla J`
    expect(latex`\theta - ${'\\alpha'} ${gradient}`).toBe('\\theta - \\alpha \\nabla J')
  })

  it('names the value that is not finite', () => {
    expect(() => latex`J = ${1} + ${Number.NaN}`).toThrow(FormulaError)
    expect(() => latex`J = ${1} + ${Number.NaN}`).toThrow('value 2 of the formula (after `J = 1 +`) is NaN')
    expect(() => latex`${Number.POSITIVE_INFINITY}`).toThrow(
      'value 1 of the formula (at the start) is Infinity',
    )
  })

  it('names the value that is nothing to write', () => {
    const values = [undefined, null, true, () => 1, {}, Symbol('x')]
    for (const value of values) {
      // Cells are checked without strict, so such values do arrive.
      expect(() => latex`\alpha = ${value as unknown as number}`).toThrow(
        'value 1 of the formula (after `\\alpha =`) is',
      )
    }
    expect(() => latex`${[1, Number.NaN] as number[]}`).toThrow('NaN')
    expect(() => latex`${[] as number[]}`).toThrow()
  })

  it('gives LaTeX that can be shown for every finite number in every place', () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
    fc.assert(
      fc.property(number, number, (a, b) => {
        const { label } =
          tex`${a}^2 - ${b} = \frac${a}${b} + x_${a} \cdot ${b}${a} / ${b} \text{ at ${a}}, 2${b}`
        expect(label).not.toBe('')
      }),
      { numRuns: trials(60) },
    )
  })
})
