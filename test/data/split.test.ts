import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { split } from '../../src/data/index.js'
import { at } from '../../src/math/entries.js'
import { matrix } from '../../src/math/matrix.js'
import { ShapeError } from '../../src/math/shape-error.js'
import { numberedSamples, seed } from './arbitrary-samples.js'

const size = fc.integer({ min: 4, max: 60 })
const trainFraction = fc.double({ min: 0.2, max: 0.8, noNaN: true })

describe('split', () => {
  it('puts each sample in exactly one part', () => {
    fc.assert(
      fc.property(size, trainFraction, seed, (M, trainFraction, seed) => {
        const { X, Y } = numberedSamples(M)
        const { train, test } = split(X, Y, { trainFraction, seed })
        const all = [...train.indices, ...test.indices].sort((a, b) => a - b)
        expect(all).toEqual(Array.from({ length: M }, (_, m) => m))
        expect(train.X.columns).toBe(Math.round(trainFraction * M))
      }),
    )
  })

  it('keeps X, Y and indices of a sample together', () => {
    fc.assert(
      fc.property(size, trainFraction, seed, (M, trainFraction, seed) => {
        const { X, Y } = numberedSamples(M)
        const { train, test } = split(X, Y, { trainFraction, seed })
        for (const part of [train, test])
          part.indices.forEach((index, m) => {
            expect(at(part.X, 0, m)).toBe(index)
            expect(at(part.X, 1, m)).toBe(1000 + index)
            expect(at(part.Y, 0, m)).toBe(10 * index)
          })
      }),
    )
  })

  it('gives the same parts for the same seed and others for another', () => {
    const { X, Y } = numberedSamples(100)
    expect(split(X, Y, { seed: 3 })).toEqual(split(X, Y, { seed: 3 }))
    expect(split(X, Y, { seed: 3 }).test.indices).not.toEqual(split(X, Y, { seed: 4 }).test.indices)
  })

  it('trains on four fifths, seed 1, unless told otherwise', () => {
    const { X, Y } = numberedSamples(50)
    expect(split(X, Y)).toEqual(split(X, Y, { trainFraction: 0.8, seed: 1 }))
    expect(split(X, Y).test.indices).toHaveLength(10)
  })

  it('refuses a part without samples, and says which', () => {
    const { X, Y } = numberedSamples(4)
    expect(() => split(X, Y, { trainFraction: 0.01 })).toThrow(/leaves none for training/)
    expect(() => split(X, Y, { trainFraction: 0.99 })).toThrow('0.99 of 4 samples leaves none for testing')
  })

  it.each([0, -0.5, 1, 80, Number.NaN])('refuses a trainFraction of %d', (trainFraction) => {
    const { X, Y } = numberedSamples(10)
    expect(() => split(X, Y, { trainFraction })).toThrow(/split\(X, Y, options\): expected trainFraction/)
  })

  it('refuses X and Y of unequal columns, a wrong seed and an unknown option', () => {
    const { X, Y } = numberedSamples(10)
    expect(() => split(X, matrix([[1, 2]]))).toThrow(ShapeError)
    expect(() => split(X, Y, { seed: 0.5 })).toThrow(/split\(X, Y, options\): expected seed/)
    // @ts-expect-error: the option is called trainFraction
    expect(() => split(X, Y, { trainFracton: 0.7 })).toThrow(/Did you mean `trainFraction`/)
    // @ts-expect-error: a matrix is expected
    expect(() => split([[1, 2]], Y)).toThrow(/expected X to be a Matrix/)
  })
})
