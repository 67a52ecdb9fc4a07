import { expect, test } from 'vitest'
import * as math from '../../../src/math/index.js'
import { matrix, ShapeError } from '../../../src/math/index.js'
import {
  type BugName,
  backward,
  bugs,
  checkGradients,
  cost,
  forward,
  type Gradients,
  update,
} from '../../../src/network/index.js'
import { untyped } from '../../math/refusal.js'
import { seededNet } from '../random-net.js'

const names = [
  'no-1/M',
  'no-2',
  'double-1/M',
  '1/(M+1)',
  'mean-over-outputs',
  'sign',
  'absolute',
  'sigmaPrime-of-A2',
  'sigmaPrime-of-A1',
  'sigmaPrime-of-both',
  'A2-for-sigmaPrime',
  'no-sigmaPrime-output',
  'no-sigmaPrime-hidden',
  'Z(1−Z)',
  'sigmaPrime-of-Z2-in-hidden',
  'source',
  'matmul-for-hadamard',
  'dW2-from-Z1',
  'dW2-from-A2',
  'dW2-from-X',
  'dW1-from-A1',
  'dW2-transposed',
  'bias-unsummed',
  'bias-wrong-axis',
  'bias-mean',
  'W2-updated-first',
  'W2-untransposed',
  'dW2ᵀ-for-W2ᵀ',
  'W1ᵀ-for-W2ᵀ',
  'dA2-for-dZ2',
] as const satisfies readonly BugName[]

/**
 * The fixture on which the bugs differ: 3-3-3, M = 5, everything from seed 1. With M = 1, one output, or M = n_y many
 * could not be told apart.
 */
const square = seededNet(1, [3, 3, 3], 5)
/** All sizes different, to tell errors of shape. */
const oblong = seededNet(1, [2, 4, 3], 6)

/** What becomes of one step with this bug: gradients, and whether backward or update refuses. */
function step(
  { parameters, X, Y }: typeof square,
  name: BugName,
): { gradients?: Gradients; thrown?: unknown } {
  const cache = forward(parameters, X)
  let gradients: Gradients | undefined
  try {
    gradients = bugs[name](parameters, cache, Y)
    update(parameters, gradients, 0.5)
    return { gradients }
  } catch (thrown) {
    return gradients ? { gradients, thrown } : { thrown }
  }
}

function flat({ dW1, dB1, dW2, dB2 }: Gradients): number[] {
  return [dW1, dB1, dW2, dB2].flatMap((m) => [...m.values])
}

test('bugs are the thirty of the course, in its order', () => {
  expect(Object.keys(bugs)).toEqual(names)
  for (const name of names) expect(bugs[name].name).toBe(name)
})

test('on 3-3-3 with M = 5 each bug differs from the truth and from each other by more than 1 %', () => {
  const { parameters, X, Y } = square
  const passes: [string, Gradients][] = [['the truth', backward(parameters, forward(parameters, X), Y)]]
  for (const name of names) {
    const { gradients } = step(square, name)
    if (gradients) passes.push([name, gradients])
  }
  expect(passes).toHaveLength(1 + 29) // matmul-for-hadamard differs by having none
  passes.forEach(([a, first], i) => {
    for (const [b, second] of passes.slice(i + 1)) {
      const [x, y] = [flat(first), flat(second)]
      const apart = Math.hypot(...x.map((value, k) => value - (y[k] ?? Number.NaN))) / Math.hypot(...x)
      if (x.length === y.length && !(apart > 0.01)) expect.fail(`${a} and ${b} are ${apart} apart`)
    }
  })
})

test('on 3-3-3 with M = 5, 27 of 30 run a whole step without an error', () => {
  const stopped = names.filter((name) => step(square, name).thrown)
  expect(stopped).toEqual(['matmul-for-hadamard', 'bias-unsummed', 'bias-wrong-axis'])
  for (const name of stopped) expect(step(square, name).thrown).toBeInstanceOf(ShapeError)
})

test('on 2-4-3 with M = 6, shapes alone give these away', () => {
  const stopped = names.filter((name) => step(oblong, name).thrown)
  for (const name of stopped) expect(step(oblong, name).thrown).toBeInstanceOf(ShapeError)
  expect(stopped).toEqual([
    'sigmaPrime-of-Z2-in-hidden',
    'source',
    'matmul-for-hadamard',
    'dW2-from-A2',
    'dW2-from-X',
    'dW1-from-A1',
    'dW2-transposed',
    'bias-unsummed',
    'bias-wrong-axis',
    'W2-untransposed',
    'W1ᵀ-for-W2ᵀ',
  ])
})

test.each(names)('the line of %s is the code that it runs, and the rest is the right pass', (name) => {
  const { parameters, X, Y } = square
  const cache = forward(parameters, X)
  const run = () => runLines(wrongLines(name), { ...parameters, ...cache, Y, M: 5, learningRate: 0.5 })
  const bug = () => bugs[name](parameters, cache, Y, { steps: true })
  if (name === 'matmul-for-hadamard') {
    expect(run).toThrow(ShapeError)
    expect(bug).toThrow(ShapeError)
  } else expect(bug()).toEqual(run())
})

test('each bug has a sentence and a right line in the place of the wrong one', () => {
  for (const { summary, line, right } of Object.values(bugs)) {
    expect(summary).toMatch(/^\S.*[^!]\.$/)
    expect(line).not.toBe(right)
    const assigned = (code: string) => code.split('\n').map((statement) => statement.split(' = ')[0])
    expect(assigned(line)).toEqual(assigned(right))
  }
  expect(new Set(Object.values(bugs).map(({ summary }) => summary)).size).toBe(30)
})

const rightPass = [
  'dA2 = scale(subtract(A2, Y), 2 / M)',
  'dZ2 = hadamard(dA2, sigmoidPrime(Z2))',
  'dW2 = matmul(dZ2, transpose(A1))',
  'dB2 = sumColumns(dZ2)',
  'dA1 = matmul(transpose(W2), dZ2)',
  'dZ1 = hadamard(dA1, sigmoidPrime(Z1))',
  'dW1 = matmul(dZ1, transpose(X))',
  'dB1 = sumColumns(dZ1)',
]

/** The right pass with the bug's lines in the place of the right ones. */
function wrongLines(name: BugName): string[] {
  const right = bugs[name].right.split('\n')
  const line = bugs[name].line.split('\n')
  for (const statement of right) expect(rightPass).toContain(statement)
  return rightPass.map((statement) => line[right.indexOf(statement)] ?? statement)
}

/** Runs a pass that is given as text. */
function runLines(lines: readonly string[], values: Record<string, unknown>): Gradients {
  const scope = { ...math, ...values }
  const body = `${lines.map((line) => `const ${line}`).join('\n')}\nreturn { dW1, dB1, dW2, dB2, dA2, dZ2, dA1, dZ1 }`
  return new Function(...Object.keys(scope), body)(...Object.values(scope))
}

test('the right lines, run as text, are backward()', () => {
  const { parameters, X, Y } = square
  const cache = forward(parameters, X)
  const run = runLines(rightPass, { ...parameters, ...cache, Y, M: 5 })
  const right = flat(backward(parameters, cache, Y))
  flat(run).forEach((value, k) => {
    expect(value).toBeCloseTo(right[k] ?? Number.NaN, 15)
  })
})

/** The source's seven lines as they stand, but for its 2(A2 - y), a call in Python, which is meant as a product. */
function sevenLines({ parameters, X, Y }: typeof square): Gradients {
  const { hadamard, matmul, scale, sigmoidPrime, subtract, sumColumns, transpose } = math
  const { W1, W2 } = parameters
  const { Z1, A1, Z2, A2 } = forward(parameters, X)
  const dA2 = scale(subtract(A2, Y), 2)
  const dZ2 = hadamard(matmul(transpose(W1), dA2), sigmoidPrime(Z2))
  const dW2 = matmul(dZ2, transpose(A1))
  const dB2 = sumColumns(dZ2)
  const dZ1 = hadamard(matmul(transpose(W2), dZ2), sigmoidPrime(Z1))
  const dW1 = matmul(dZ1, transpose(X))
  const dB1 = sumColumns(dZ1)
  return { dW1, dB1, dW2, dB2 }
}

test('the source’s seven lines throw on a 2-3-1 net', () => {
  expect(() => sevenLines(seededNet(1, [2, 3, 1], 4))).toThrow(
    'matmul(A, B): cannot multiply 2×3 by 1×4: the inner sizes 3 and 1 differ. Expected B with 3 rows.',
  )
})

test('the source’s seven lines run on a 3-3-3 net and are wrong in every parameter', () => {
  const { parameters, X, Y } = square
  const errors = checkGradients(parameters, X, Y, sevenLines(square))
  for (const error of Object.values(errors)) expect(error).toBeGreaterThan(0.1)
})

test('W2-updated-first takes its learning rate from the options; with 0 it is right', () => {
  const { parameters, X, Y } = square
  const cache = forward(parameters, X)
  const bug = bugs['W2-updated-first']
  const right = backward(parameters, cache, Y)
  expect(flat(bug(parameters, cache, Y, { learningRate: 0 }))).toEqual(flat(right))
  expect(bug(parameters, cache, Y)).toEqual(bug(parameters, cache, Y, { learningRate: 0.5 }))
  expect(flat(bug(parameters, cache, Y, { learningRate: 5 }))).not.toEqual(flat(bug(parameters, cache, Y)))
})

test('bugs take other activations too', () => {
  const { parameters, X, Y } = square
  const options = { hiddenActivation: 'tanh', outputActivation: 'identity' } as const
  const cache = forward(parameters, X, options)
  const half = bugs['no-2'](parameters, cache, Y, options)
  const right = backward(parameters, cache, Y, options)
  half.dW1.values.forEach((value, k) => {
    expect(2 * value).toBeCloseTo(right.dW1.values[k] ?? Number.NaN, 14)
  })
})

test('falling cost proves nothing: most bugs bring it under 30 % of its start', () => {
  const { X, Y } = square
  const fell = names.filter((name) => {
    let { parameters } = square
    const start = cost(forward(parameters, X), Y)
    try {
      for (let i = 0; i < 150; i++) {
        const cache = forward(parameters, X)
        parameters = update(parameters, bugs[name](parameters, cache, Y), 1)
      }
    } catch {
      return false
    }
    return cost(forward(parameters, X), Y) < 0.3 * start
  })
  expect(fell.length).toBeGreaterThanOrEqual(18)
})

test('a bug refuses what backward refuses, and other costs', () => {
  const { parameters, X, Y } = square
  const cache = forward(parameters, X)
  const call = "bugs['no-2'](parameters, cache, Y, options)"
  const bug = bugs['no-2']
  expect(() => bug(parameters, cache, matrix([[1]]))).toThrow(`${call}: Y is 1×1, but A2 is 3×5.`)
  expect(() => bug(parameters, cache, Y, { cost: 'binaryCrossEntropy' })).toThrow(
    `${call}: expected the cost 'meanSquaredError', received 'binaryCrossEntropy'.`,
  )
  expect(() => bug(parameters, cache, Y, { learningRate: -1 })).toThrow(
    `${call}: expected learningRate to be a finite number, 0 or above, received -1.`,
  )
  expect(() => bug(parameters, cache, Y, untyped({ steps: 'yes' }))).toThrow(
    `${call}: expected steps to be true or false, received a string ("yes").`,
  )
  expect(() => bug(parameters, cache, Y, untyped({ learnRate: 1 }))).toThrow('Did you mean `learningRate`?')
})
