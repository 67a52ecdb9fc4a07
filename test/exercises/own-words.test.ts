import { describe, expect, it } from 'vitest'
import {
  checkCentralDifference,
  checkFlat,
  checkGradient,
  checkSlope,
  checkSteepness,
} from '../../src/exercises/chapters/01/index.js'
import { checkStep, checkWalk } from '../../src/exercises/chapters/02/index.js'
import { checkMeanSquare, checkSquaresOfFour } from '../../src/exercises/chapters/03/index.js'
import { checkChain, checkNeuronGradient, checkSigmoidPrime } from '../../src/exercises/chapters/04/index.js'
import { checkHiddenLayer, checkShapes, checkStartSize } from '../../src/exercises/chapters/05/index.js'
import { checkFourGradients, checkOutputDelta } from '../../src/exercises/chapters/06/index.js'
import { checkTestScale } from '../../src/exercises/chapters/08/index.js'
import { check } from '../../src/exercises/check.js'
import { add, type Matrix, map, matmul, matrix, toRows, transpose } from '../../src/math/index.js'
import type { Cache } from '../../src/network/index.js'

type Point = [number, number]
const slopes = ([a, b]: Point): Point => [2 * (a + 2), 6 * (b - 1)]
const sigma = (z: number) => 1 / (1 + Math.exp(-z))

describe('a mistake has its name however it is written', () => {
  it.each<[string, (theta: Point) => number[]]>([
    ['out-of-the-plane', (theta) => [...slopes(theta), -1]],
    ['out-of-the-plane', (theta) => [...slopes(theta), Math.hypot(...slopes(theta))]],
    ['along-the-contour', (theta) => [slopes(theta)[1], -slopes(theta)[0]]],
    ['along-the-contour', ([a, b]) => [-3 * (b - 1), a + 2]],
    ['at-the-minimum', ([a, b]) => [a + 2, b - 1]],
  ])('01-1: %s', (name, answer) => {
    expect(checkGradient(answer).mistake).toBe(name)
  })

  it('02-1: one component after the other, whichever moves first', () => {
    const secondFirst = ([x, y]: Point, gradient: (theta: Point) => Point, alpha: number) => {
      const moved = y - alpha * gradient([x, y])[1]
      return [x - alpha * gradient([x, moved])[0], moved]
    }
    expect(checkStep(secondFirst).mistake).toBe('one-after-the-other')
  })

  it('02-2: a path that holds one list again and again', () => {
    type Gradient = (theta: Point) => Point
    const aliased = (gradient: Gradient, start: Point, alpha: number, steps: number) => {
      const here: Point = [...start]
      const path = [start]
      for (let k = 0; k < steps; k++) {
        const [dx, dy] = gradient(here)
        here[0] -= alpha * dx
        here[1] -= alpha * dy
        path.push(here)
      }
      return path
    }
    expect(checkWalk(aliased).mistake).toBe('one-list-again-and-again')
  })

  it('04-4 and 04-2: factors added in three ways, and a² for −a²', () => {
    const sum = (w: number, b: number, x: number, y: number) => {
      const a = sigma(w * x + b)
      return 2 * (a - y) + a * (1 - a)
    }
    type Numbers = [w: number, b: number, x: number, y: number]
    for (const answer of [
      (...all: Numbers) => [sum(...all) + all[2], sum(...all)],
      (...all: Numbers) => [sum(...all) * all[2], sum(...all)],
    ])
      expect(checkNeuronGradient(answer).mistake).toBe('factors-added')
    expect(checkSigmoidPrime((z: number) => sigma(z) ** 2).mistake).toBe('inner-factor-dropped')
  })

  it('05-2: a bias as a row, whether it stops with an error, gives NaN, or neither', () => {
    const byIndex = (W1: Matrix, B1: Matrix, X: Matrix) =>
      toRows(matmul(W1, X)).map((row) => row.map((z, j) => sigma(z + Number(B1.values[j]))))
    const turned = (W1: Matrix, B1: Matrix, X: Matrix) =>
      map(add(matmul(W1, X), transpose(B1)), (z) => sigma(z))
    expect(checkHiddenLayer(byIndex).mistake).toBe('bias-as-row')
    const { mistake, message } = checkHiddenLayer(turned)
    expect(mistake).toBe('bias-as-row')
    expect(message).toContain('It stops with an error: ShapeError: add(A, B)')
  })

  it('06-3: the factors of a matrix product in the other order', () => {
    const prime = (z: number) => sigma(z) * (1 - sigma(z))
    expect(
      checkOutputDelta((_: Matrix, dA2: Matrix, Z2: Matrix) => matmul(map(Z2, prime), dA2)).mistake,
    ).toBe('matrix-product')
  })
})

describe('two mistakes at once', () => {
  it('06-5: a dW from the wrong matrix, and turned', () => {
    const answer = ({ X, Z1 }: Cache, dZ1: Matrix, dZ2: Matrix) => ({
      dW1: matmul(X, transpose(dZ1)),
      dB1: toRows(dZ1).map((row) => [row.reduce((a, b) => a + b)]),
      dW2: matmul(Z1, transpose(dZ2)),
      dB2: toRows(dZ2).map((row) => [row.reduce((a, b) => a + b)]),
    })
    expect(checkFourGradients(answer).mistake).toBe('dw2-from-z1 + dw-transposed')
  })

  it('02-1: one after the other, written into the list that was given', () => {
    const inPlace = (theta: Point, gradient: (theta: Point) => Point, alpha: number) => {
      theta[0] -= alpha * gradient(theta)[0]
      theta[1] -= alpha * gradient(theta)[1]
      return theta
    }
    const { mistake, message } = checkStep(inPlace)
    expect(mistake).toBe('one-after-the-other + input-mutated')
    expect(message).toContain('It also changes θ, which belongs to whoever calls it.')
    const nothing = (...all: Parameters<typeof inPlace>) => void inPlace(...all)
    expect(checkStep(nothing).message).toContain('It also changes θ')
  })

  it('05-1: a mistake in one place is not the one that touches all of them', () => {
    const right = { W1: [5, 4], B1: [5, 1], A1: [5, 7], W2: [2, 5], B2: [2, 1], A2: [2, 7] }
    expect(checkShapes({ ...right, B1: [1, 5] }).mistake).toBe('bias-as-row')
    expect(checkShapes({ ...right, A2: [7, 2] }).mistake).toBe('activations-turned')
  })
})

describe('no name is given that is not sure', () => {
  it('03-1: NaN is an index too far only where such an entry is read', () => {
    const beyond = (a: number[], y: number[]) => {
      let sum = 0
      for (let i = 0; i <= a.length; i++) sum += (Number(a[i]) - Number(y[i])) ** 2
      return sum / a.length
    }
    expect(checkMeanSquare(beyond).mistake).toBe('m-plus-one-terms')
    for (const other of [() => Number.NaN, (a: number[]) => Math.sqrt(-a.length)]) {
      const { mistake, message } = checkMeanSquare(other)
      expect(mistake).toBeUndefined()
      expect(message).toContain('There is a NaN in it')
      expect(message).not.toContain('whatever it is asked')
    }
  })

  it('01-2: what is read off a picture is near a mistake in proportion', () => {
    expect(checkSteepness(0).mistake).toBeUndefined()
    expect(checkSteepness(0.6).mistake).toBeUndefined()
    expect(checkSteepness(0.26).mistake).toBe('upside-down')
    expect(checkSquaresOfFour(1.87).mistake).toBe('root')
  })
})

it('a letter counts with brackets, a scale may be huge, and a record is told from a list', () => {
  expect(checkFlat('(d)').status).toBe('pass')
  expect(checkStartSize(1e308).mistake).toBe('saturated-start')
  expect(checkGradient(() => ({ first: 1, second: 2 })).message).toContain(
    'You return a record of first and second for θ = ',
  )
  expect(checkSteepness(true).message).toContain('Your answer is true or false; expected is a number.')
  expect(checkGradient(() => matrix([[1, 2, 3]])).message).toContain('Your answer is a 1×3 matrix')
})

describe('what is right for numbers of one sign only does not pass', () => {
  const size = (value: number) => Math.abs(value)
  it.each([
    ['01-1', checkGradient],
    ['01-3', checkCentralDifference],
    ['01-4', checkSlope],
    ['04-3', checkChain],
    ['08-1', checkTestScale],
  ] as const)('%s', (_, checker) => {
    const { exercise } = checker
    if (exercise.kind !== 'write' && exercise.kind !== 'mend') throw new Error('It asks for a function.')
    const answer = exercise.answer as (...args: unknown[]) => number | number[]
    const sizes = (...args: unknown[]) => {
      const right = answer(...args)
      return typeof right === 'number' ? size(right) : right.map(size)
    }
    expect(check(exercise, sizes).status).toBe('fail')
  })

  it('one number for every question is not two mistakes', () => {
    expect(checkChain(() => 1).mistake).toBeUndefined()
    expect(checkSlope(() => 1).message).toContain('It gives 1 whatever it is asked.')
  })
})
