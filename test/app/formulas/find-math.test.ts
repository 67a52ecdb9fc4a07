import { describe, expect, it } from 'vitest'
import { findMath } from '../../../src/app/formulas/find-math.js'

const found = (text: string) => findMath(text).map(({ latex, display }) => [latex, display])

describe('findMath()', () => {
  it('finds formulas in a line and on lines of their own, in order', () => {
    expect(found(String.raw`a $x$ b $$y$$ c \(z\) d \[w\]`)).toEqual([
      ['x', false],
      ['y', true],
      ['z', false],
      ['w', true],
    ])
  })

  it('keeps an environment whole', () => {
    const matrix = String.raw`\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`
    expect(found(`so ${matrix}.`)).toEqual([[matrix, true]])
  })

  it('lets braces hold a dollar, and a backslash make one', () => {
    expect(found(String.raw`$\text{if $a$}$`)).toEqual([[String.raw`\text{if $a$}`, false]])
    expect(found(String.raw`it costs \$5 and $x$`)).toEqual([['x', false]])
    expect(found(String.raw`$a\$b$`)).toEqual([[String.raw`a\$b`, false]])
  })

  it('finds nothing where a delimiter has no partner', () => {
    expect(found('$5')).toEqual([])
    expect(found('$$')).toEqual([])
    expect(found(String.raw`\begin{pmatrix} 1`)).toEqual([])
  })

  it('says where a formula stands with its delimiters', () => {
    const text = 'a $x$ b'
    const [math] = findMath(text)
    expect(text.slice(math?.start, math?.end)).toBe('$x$')
  })
})
