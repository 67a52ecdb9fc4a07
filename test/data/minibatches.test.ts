import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minibatches } from '../../src/data/index.js'
import { matrix } from '../../src/math/matrix.js'
import { ShapeError } from '../../src/math/shape-error.js'
import { numberedSamples, seed } from './arbitrary-samples.js'

const size = fc.integer({ min: 1, max: 60 })
const epoch = fc.integer({ min: 1, max: 1000 })

/** The samples of all batches, by their number, in the order in which training meets them. */
function orderOf(M: number, options: Parameters<typeof minibatches>[2]): number[] {
  const { X, Y } = numberedSamples(M)
  return minibatches(X, Y, options).flatMap((batch) => [...batch.Y.values].map((y) => y / 10))
}

describe('minibatches', () => {
  it('bring each sample once an epoch', () => {
    fc.assert(
      fc.property(size, size, seed, epoch, (M, batchSize, seed, epoch) => {
        const order = orderOf(M, { batchSize, seed, epoch })
        expect(order.sort((a, b) => a - b)).toEqual(Array.from({ length: M }, (_, m) => m))
      }),
    )
  })

  it('are all of the size asked for, but the last, which holds what is left', () => {
    fc.assert(
      fc.property(size, size, seed, (M, batchSize, seed) => {
        const { X, Y } = numberedSamples(M)
        const sizes = minibatches(X, Y, { batchSize, seed }).map((batch) => batch.X.columns)
        expect(sizes).toHaveLength(Math.ceil(M / batchSize))
        expect(sizes.slice(0, -1).every((columns) => columns === batchSize)).toBe(true)
        expect(sizes.reduce((sum, columns) => sum + columns, 0)).toBe(M)
      }),
    )
  })

  it('keep X and Y of a sample together', () => {
    const { X, Y } = numberedSamples(23)
    for (const batch of minibatches(X, Y, { batchSize: 5 }))
      expect([...batch.Y.values]).toEqual([...batch.X.values.slice(0, batch.X.columns)].map((m) => 10 * m))
  })

  it('are shuffled anew in each epoch, alike for the same seed and epoch', () => {
    const options = { batchSize: 10, seed: 7 }
    expect(orderOf(40, { ...options, epoch: 2 })).toEqual(orderOf(40, { ...options, epoch: 2 }))
    expect(orderOf(40, { ...options, epoch: 2 })).not.toEqual(orderOf(40, { ...options, epoch: 1 }))
    expect(orderOf(40, { ...options, epoch: 1 })).toEqual(orderOf(40, options))
  })

  it('of one seed are not those of the next seed an epoch later', () => {
    const batchSize = 10
    expect(orderOf(40, { batchSize, seed: 1, epoch: 2 })).not.toEqual(
      orderOf(40, { batchSize, seed: 2, epoch: 1 }),
    )
  })

  it.each([0, -1, 2.5, Number.NaN])('refuse a batchSize of %d', (batchSize) => {
    const { X, Y } = numberedSamples(10)
    expect(() => minibatches(X, Y, { batchSize })).toThrow(
      /minibatches\(X, Y, options\): expected batchSize to be a whole number/,
    )
  })

  it('refuse no options, an unknown one, epoch 0, and X and Y of unequal columns', () => {
    const { X, Y } = numberedSamples(10)
    // @ts-expect-error: batchSize is needed
    expect(() => minibatches(X, Y)).toThrow(TypeError)
    // @ts-expect-error: batchSize is needed
    expect(() => minibatches(X, Y, {})).toThrow(/batchSize .* received undefined/)
    // @ts-expect-error: the option is called batchSize
    expect(() => minibatches(X, Y, { batchsize: 3 })).toThrow(/Did you mean `batchSize`/)
    expect(() => minibatches(X, Y, { batchSize: 3, epoch: 0 })).toThrow(/epoch/)
    expect(() => minibatches(X, Y, { batchSize: 3, seed: 0.5 })).toThrow(/expected seed/)
    expect(() => minibatches(X, matrix([[1, 2]]), { batchSize: 1 })).toThrow(ShapeError)
  })
})
