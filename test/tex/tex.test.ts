import { describe, expect, it } from 'vitest'
import { matrix } from '../../src/math/index.js'
import { type Formula, tex } from '../../src/tex/index.js'

describe('tex', () => {
  it('makes a formula of a template with the numbers of the cell', () => {
    const J = 0.0432
    const formula: Formula = tex`J = \frac{1}{${4}}\left((${0.7} - ${1})^2\right) = ${J}`
    expect(formula.kind).toBe('formula')
    expect(formula.display).toBe(true)
    expect(formula.latex).toBe('J = \\frac{1}{4}\\left((0.7 - 1)^2\\right) = 0.0432')
    expect(formula.label).toMatch(/^J equals 1 over 4 times .* squared close parenthesis equals 0\.0432$/)
    expect(formula.svg).toMatch(/^<svg/)
    expect(formula.mathml).toMatch(/^<math/)
  })

  it('takes LaTeX as text', () => {
    expect(tex('\\theta_1').label).toBe('theta 1')
    expect(tex('\\theta_1', { label: 'the first parameter', display: false })).toMatchObject({
      label: 'the first parameter',
      display: false,
    })
  })

  it('takes options for a template', () => {
    expect(tex.with({ digits: 2, label: 'pi' })`${3.24159}`).toMatchObject({ latex: '3.2', label: 'pi' })
    expect(tex.with({ digits: 6 })`${matrix([[1 / 3]])}`.latex).toContain('0.333333')
  })

  it('refuses options and arguments that are none', () => {
    const options = (given: object) => () => tex.with(given)
    expect(options({ digts: 3 })).toThrow('Did you mean `digits`?')
    expect(options({ digits: 0 })).toThrow('digits')
    expect(options({ digits: 2.5 })).toThrow('digits')
    // What cells can hand over, since they are checked without strict.
    expect(() => tex(3 as unknown as string)).toThrow('expected a template or text with LaTeX, received 3')
    expect(() => tex(undefined as unknown as string)).toThrow('received undefined')
    const call = tex.with({ digits: 3 }) as unknown as (latex: string) => Formula
    expect(() => call('x')).toThrow('expected a template after it')
    expect(() => tex`x = ${new Array(2)}`).toThrow('row 0, column 0 (counted from 0) is undefined')
    const half = { kind: 'formula' } as unknown as Formula
    expect(() => tex`x = ${half}`).toThrow('is an object with kind')
  })
})
