import { expect, test } from 'vitest'
import { resolveOptions } from '../../../src/network/net/options.js'
import { type Refusal, testRefusals, untyped } from '../../math/refusal.js'

const resolve = (options: unknown) => resolveOptions('f(options)', untyped(options), ['epochs'])

test('the defaults are sigmoid, sigmoid and mean squared error', () => {
  expect(resolve({ epochs: 3 })).toEqual({
    hiddenActivation: 'sigmoid',
    outputActivation: 'sigmoid',
    cost: 'meanSquaredError',
  })
  expect(resolve({ cost: undefined })).toEqual(resolve({}))
})

test('crossEntropy brings softmax along, binaryCrossEntropy sigmoid', () => {
  expect(resolve({ cost: 'crossEntropy' }).outputActivation).toBe('softmax')
  expect(resolve({ cost: 'binaryCrossEntropy', hiddenActivation: 'relu' })).toEqual({
    hiddenActivation: 'relu',
    outputActivation: 'sigmoid',
    cost: 'binaryCrossEntropy',
  })
})

const refusals: readonly Refusal[] = [
  [
    'an unknown key',
    () => resolve({ hidenActivation: 'tanh' }),
    TypeError,
    'f(options): unknown option `hidenActivation`. Expected one of hiddenActivation, outputActivation, cost, epochs. Did you mean `hiddenActivation`?',
  ],
  [
    'an unknown activation',
    () => resolve({ hiddenActivation: 'sigmod' }),
    RangeError,
    "f(options): unknown hiddenActivation 'sigmod'. Expected one of 'sigmoid', 'tanh', 'relu', 'identity'. Did you mean 'sigmoid'?",
  ],
  [
    'softmax in the hidden layer',
    () => resolve({ hiddenActivation: 'softmax' }),
    RangeError,
    "unknown hiddenActivation 'softmax'",
  ],
  ['an unknown cost', () => resolve({ cost: 'crossentropy' }), RangeError, "Did you mean 'crossEntropy'?"],
  [
    'a cost that is a function',
    () => resolve({ cost: () => 0 }),
    TypeError,
    "f(options): expected cost to be one of 'meanSquaredError', 'binaryCrossEntropy', 'crossEntropy', received a function.",
  ],
  [
    'softmax with the mean squared error',
    () => resolve({ outputActivation: 'softmax' }),
    RangeError,
    "f(options): the cost 'meanSquaredError' does not go with the outputActivation 'softmax'. Expected cost 'crossEntropy' with this output activation.",
  ],
  [
    'softmax with binaryCrossEntropy',
    () => resolve({ outputActivation: 'softmax', cost: 'binaryCrossEntropy' }),
    RangeError,
    "the cost 'binaryCrossEntropy' does not go with the outputActivation 'softmax'.",
  ],
  [
    'crossEntropy with sigmoid',
    () => resolve({ outputActivation: 'sigmoid', cost: 'crossEntropy' }),
    RangeError,
    "the cost 'crossEntropy' does not go with the outputActivation 'sigmoid'. Expected outputActivation 'softmax' with this cost.",
  ],
  [
    'binaryCrossEntropy with tanh',
    () => resolve({ outputActivation: 'tanh', cost: 'binaryCrossEntropy' }),
    RangeError,
    "Expected outputActivation 'sigmoid' with this cost.",
  ],
  [
    'no record',
    () => resolve('tanh'),
    TypeError,
    'f(options): expected options to be a record { hiddenActivation, outputActivation, cost, epochs }, received a string ("tanh").',
  ],
  ['null', () => resolve(null), TypeError, 'received null.'],
]
testRefusals(refusals)
