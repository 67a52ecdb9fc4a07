import { expect, test } from 'vitest'
import { shapeOf, zeros } from '../../../src/math/index.js'
import { initialize } from '../../../src/network/index.js'
import { type Refusal, testRefusals, untyped } from '../../math/refusal.js'

test('initialize() makes parameters of the sizes asked for, biases 0', () => {
  const { W1, B1, W2, B2 } = initialize({ sizes: [2, 4, 3], seed: 1 })
  expect([W1, B1, W2, B2].map(shapeOf)).toEqual(['4×2', '4×1', '3×4', '3×1'])
  expect([B1, B2]).toEqual([zeros(4, 1), zeros(3, 1)])
})

test('initialize() gives the same for the same seed and something else for another', () => {
  expect(initialize({ sizes: [2, 4, 3], seed: 7 })).toEqual(initialize({ sizes: [2, 4, 3], seed: 7 }))
  expect(initialize({ sizes: [2, 4, 3], seed: 8 })).not.toEqual(initialize({ sizes: [2, 4, 3], seed: 7 }))
  expect(initialize({ sizes: [2, 4, 3] })).toEqual(initialize({ sizes: [2, 4, 3], seed: 1 }))
})

const deviation = (values: Iterable<number>) => {
  const all = [...values]
  return Math.sqrt(all.reduce((sum, value) => sum + value ** 2, 0) / all.length)
}

test('initialize() draws weights with deviation 1/√(inputs of the layer), or scale', () => {
  const { W1, W2 } = initialize({ sizes: [100, 64, 100], seed: 3 })
  expect(Math.abs(deviation(W1.values) * 10 - 1)).toBeLessThan(0.05)
  expect(Math.abs(deviation(W2.values) * 8 - 1)).toBeLessThan(0.05)
  const wide = initialize({ sizes: [100, 64, 100], seed: 3, scale: 2 })
  expect(Math.abs(deviation(wide.W1.values) / 2 - 1)).toBeLessThan(0.05)
})

test('initialize() with scale 0 is the equal start that never parts', () => {
  expect(initialize({ sizes: [2, 3, 1], scale: 0 }).W1).toEqual(zeros(3, 2))
})

const call = 'initialize({ sizes, seed, scale })'
const init = (options: unknown) => () => initialize(untyped(options))
const refusals: readonly Refusal[] = [
  [
    'no sizes',
    init({ seed: 1 }),
    TypeError,
    `${call}: expected sizes to be [nx, nh, ny], three whole numbers: inputs, hidden neurons, outputs; received undefined.`,
  ],
  ['two sizes', init({ sizes: [2, 3] }), TypeError, 'received an array of 2.'],
  [
    'a size of 0',
    init({ sizes: [2, 0, 1] }),
    RangeError,
    `${call}: expected sizes[1] (nh, hidden neurons) to be a whole number, 1 or above, received 0.`,
  ],
  [
    'half an input',
    init({ sizes: [2.5, 3, 1] }),
    RangeError,
    'expected sizes[0] (nx, inputs) to be a whole number, 1 or above, received 2.5.',
  ],
  ['a size that is no number', init({ sizes: [2, 3, '1'] }), TypeError, 'expected sizes[2] (ny, outputs)'],
  [
    'a seed of 0.5',
    init({ sizes: [2, 3, 1], seed: 0.5 }),
    RangeError,
    `${call}: expected seed to be a whole number, received 0.5.`,
  ],
  [
    'a negative scale',
    init({ sizes: [2, 3, 1], scale: -1 }),
    RangeError,
    `${call}: expected scale to be a finite number, 0 or above, received -1.`,
  ],
  [
    'a misspelt key',
    init({ size: [2, 3, 1] }),
    TypeError,
    `${call}: unknown option \`size\`. Expected one of sizes, seed, scale. Did you mean \`sizes\`?`,
  ],
  [
    'nothing',
    init(undefined),
    TypeError,
    `${call}: expected options to be a record { sizes, seed, scale }, received undefined.`,
  ],
]
testRefusals(refusals)
