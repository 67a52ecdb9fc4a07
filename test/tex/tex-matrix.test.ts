import { describe, expect, it } from 'vitest'
import { matrix, ones, zeros } from '../../src/math/index.js'
import { texMatrix } from '../../src/tex/tex-matrix.js'

const entries = (latex: string): string => latex.replace(/\\(?:begin|end)\{pmatrix\}/g, '').trim()

describe('texMatrix()', () => {
  it('gives all entries the same number of decimals', () => {
    expect(
      texMatrix(
        matrix([
          [0.1234, -1.23456],
          [0.5, 3],
        ]),
        4,
      ),
    ).toBe('\\begin{pmatrix} 0.123 & -1.235 \\\\ 0.500 & 3.000 \\end{pmatrix}')
  })

  it('writes no decimals that are all zeros', () => {
    expect(entries(texMatrix(matrix([[0.5, 0.25]]), 4))).toBe('0.50 & 0.25')
    expect(entries(texMatrix(matrix([[1, -2]]), 4))).toBe('1 & -2')
    expect(entries(texMatrix(zeros(1, 2), 4))).toBe('0 & 0')
  })

  it('keeps two digits of a small entry beside a large one', () => {
    expect(entries(texMatrix(matrix([[12.3456, 0.04321]]), 4))).toBe('12.346 & 0.043')
  })

  it('never writes a zero that is none', () => {
    expect(entries(texMatrix(matrix([[0.3, 1.26e-5, -1.26e-7, 0]]), 4))).toBe(
      '0.3 & 1.3\\times 10^{-5} & -1.3\\times 10^{-7} & 0.0',
    )
  })

  it('puts a common power of ten in front', () => {
    expect(texMatrix(matrix([[1.2e-7, -3.4e-6]]), 4)).toBe(
      '10^{-6}\\begin{pmatrix} 0.12 & -3.40 \\end{pmatrix}',
    )
    expect(texMatrix(matrix([[2.5e12]]), 4)).toBe('10^{12}\\begin{pmatrix} 2.5 \\end{pmatrix}')
  })

  it('takes a large matrix by its corners', () => {
    const latex = texMatrix(ones(11, 50), 4)
    expect(latex.split('\\\\')).toHaveLength(6)
    expect(latex).toContain('1 & 1 & 1 & 1 & \\cdots & 1')
    expect(latex).toContain('\\vdots & \\vdots & \\vdots & \\vdots & \\ddots & \\vdots')
    expect(texMatrix(ones(2, 10), 4)).not.toContain('dots')
  })
})
