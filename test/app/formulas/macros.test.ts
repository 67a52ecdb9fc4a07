import { describe, expect, it } from 'vitest'
import { Macros } from '../../../src/app/formulas/macros.js'

const real = String.raw`\newcommand{\R}{\mathbb{R}}`

describe('a notebook’s own commands', () => {
  it('are known in later formulas that use them, and only there', () => {
    const macros = new Macros()
    expect(macros.complete(real)).toBe(real)
    expect(macros.complete(String.raw`x \in \R`)).toBe(`${real}${String.raw`x \in \R`}`)
    expect(macros.complete('x')).toBe('x')
  })

  it('bring those that they use themselves', () => {
    const macros = new Macros()
    const vector = String.raw`\def\Rn{\R^{n}}`
    macros.complete(real + vector)
    expect(macros.complete(String.raw`\Rn`)).toBe(`${real}${vector}${String.raw`\Rn`}`)
  })

  it('can be defined anew', () => {
    const macros = new Macros()
    macros.complete(real)
    const other = String.raw`\renewcommand{\R}{R}`
    macros.complete(other)
    expect(macros.complete(String.raw`\R`)).toBe(`${other}\\R`)
  })
})
