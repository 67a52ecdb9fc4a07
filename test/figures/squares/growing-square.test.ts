import { describe, expect, it } from 'vitest'
import { growingSquare } from '../../../src/figures/squares/growing-square.js'
import { describe as summaryOf } from '../../../src/figures/text/describe.js'
import { expectGolden } from '../../support/golden.js'

describe('growingSquare()', () => {
  it('draws a square, two strips and a corner to scale', () => {
    expectGolden('growing-square', growingSquare(1.2, 0.2))
  })

  it('has equal axes, or the square would not be one', () => {
    const { layout } = growingSquare(1, 0.1)
    expect(layout['yaxis']).toMatchObject({ scaleanchor: 'x', scaleratio: 1 })
  })

  it('tells parts that add up to the larger square', () => {
    const names = growingSquare(2, 0.5).data.map((trace) => trace['name'])
    expect(names.slice(0, 3)).toEqual(['e² = 4', 'two strips 2eh = 2', 'corner h² = 0.25'])
    expect(summaryOf(growingSquare(2, 0.5))).toContain('the area is now 6.25')
  })

  it('leaves the strips without words where they are too thin for them', () => {
    const texts = growingSquare(1, 0.01).data.at(-1)?.['text']
    expect(texts).toEqual(['e²', '', ''])
  })

  it('throws for a side or a growth that is not above 0', () => {
    expect(() => growingSquare(0, 0.1)).toThrow('growingSquare(e, h, options): expected e to be')
    expect(() => growingSquare(1, -0.1)).toThrow('expected h to be')
    expect(() => growingSquare(1, Number.NaN)).toThrow('expected h to be')
  })

  it('offers the nearest name for an unknown option', () => {
    const misspelt = { titel: 'x' } as unknown as Parameters<typeof growingSquare>[2]
    expect(() => growingSquare(1, 0.1, misspelt)).toThrow('Did you mean `title`?')
  })
})
