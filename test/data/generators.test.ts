import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noisyLine, rings, twoMoons, xor } from '../../src/data/index.js'
import { shapeOf } from '../../src/math/shape-of.js'

const generators = { xor, twoMoons, rings, noisyLine }
const labelled = { xor, twoMoons, rings }
const samples = fc.integer({ min: 1, max: 50 })
const seed = fc.integer()
const noise = fc.double({ min: 0, max: 2, noNaN: true })

describe.each(Object.entries(generators))('%s', (name, generate) => {
  it('gives the same samples for the same seed, and others for another', () => {
    fc.assert(
      fc.property(samples, noise, seed, (samples, noise, seed) => {
        expect(generate({ samples, noise, seed })).toEqual(generate({ samples, noise, seed }))
      }),
    )
    expect(generate({ noise: 0.1, seed: 1 })).not.toEqual(generate({ noise: 0.1, seed: 2 }))
  })

  it('moves the same points farther in the same directions when there is more noise', () => {
    fc.assert(
      fc.property(samples, seed, (samples, seed) => {
        const [none, some, more] = [0, 0.25, 0.5].map((noise) => {
          const { X, Y } = generate({ samples, noise, seed })
          return name === 'noisyLine' ? Y : X
        })
        none?.values.forEach((value, k) => {
          const moved = Number(some?.values[k]) - value
          expect(Number(more?.values[k]) - value).toBeCloseTo(2 * moved, 10)
        })
      }),
    )
  })

  it('refuses a wrong option, naming the call, the option and what came', () => {
    const call = `${name}(options): `
    expect(() => generate({ samples: 0 })).toThrow(
      `${call}expected samples to be a whole number, 1 or above, received 0.`,
    )
    expect(() => generate({ samples: 2.5 })).toThrow(`${call}expected samples`)
    expect(() => generate({ noise: -0.1 })).toThrow(`${call}expected noise`)
    expect(() => generate({ noise: Number.NaN })).toThrow(`${call}expected noise`)
    expect(() => generate({ seed: 0.5 })).toThrow(`${call}expected seed`)
    // @ts-expect-error: a number is expected
    expect(() => generate({ samples: '4' })).toThrow(TypeError)
    // @ts-expect-error: the option is called samples
    expect(() => generate({ sample: 4 })).toThrow('Did you mean `samples`?')
  })
})

describe.each(Object.entries(labelled))('%s', (_, generate) => {
  it('gives X 2×M, Y 1×M of 0 and 1, and a word for each of the two', () => {
    fc.assert(
      fc.property(samples, noise, seed, (samples, noise, seed) => {
        const { X, Y, labels } = generate({ samples, noise, seed })
        expect([shapeOf(X), shapeOf(Y), labels.length]).toEqual([`2×${samples}`, `1×${samples}`, samples])
        const words = new Set(labels.map((label, m) => `${label} ${Y.values[m]}`))
        expect([...words].every((word) => /^[a-z ]+ [01]$/.test(word))).toBe(true)
        expect(words.size).toBe(new Set(Y.values).size)
      }),
    )
  })

  it('has as many samples of one class as of the other', () => {
    const { Y } = generate({ samples: 100 })
    expect(Y.values.reduce((sum, y) => sum + y, 0)).toBe(50)
  })
})
