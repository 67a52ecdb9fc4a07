// Every `as number` in this file follows from indices that stay inside 0 … length − 1.
import { type Matrix, ShapeError } from '../../math/index.js'
import {
  type BugName,
  backward,
  bugs,
  checkGradients,
  type Gradients,
  type Steps,
  update,
} from '../../network/index.js'
import { type LabNet, labTraining, oblongNet, squareNet } from './lab-nets.js'

export type LineName = keyof Gradients | keyof Steps

/** In the order of the pass: the first that is wrong is made by a wrong line. */
export const lineNames = ['dA2', 'dZ2', 'dW2', 'dB2', 'dA1', 'dZ1', 'dW1', 'dB1'] as const
export const parameterNames = ['dW2', 'dB2', 'dW1', 'dB1'] as const

/** What the check says of one matrix. */
export interface LineFinding {
  readonly name: LineName
  /** Infinity is a wrong shape. */
  readonly error: number
  /** The smallest and the largest of entry ÷ right entry; nothing where the shapes differ. */
  readonly times: readonly [number, number] | undefined
  readonly got: Matrix
  readonly right: Matrix
}

/** What can be seen of a bug before any training. */
export interface Findings {
  /** What stops a whole step on each net; empty where it runs. */
  readonly stops: { readonly square: string; readonly oblong: string }
  /** On the square net; empty where the pass itself stops. */
  readonly lines: readonly LineFinding[]
  /** The first wrong line, if the pass runs. */
  readonly firstWrong: LineFinding | undefined
}

/** Above this a relative error is no rounding. */
export const tolerance = 1e-6

const known = new Map<BugName, Findings>()

/** Computed once for each bug: some milliseconds. */
export function findingsOf(bug: BugName): Findings {
  const found = known.get(bug) ?? find(bug)
  known.set(bug, found)
  return found
}

function find(bug: BugName): Findings {
  const square = step(bug, squareNet)
  const lines = square.gradients === undefined ? [] : linesOf(square.gradients)
  return {
    stops: { square: square.stop, oblong: step(bug, oblongNet).stop },
    lines,
    firstWrong: lines.find(({ error }) => error > tolerance),
  }
}

function step(bug: BugName, { net, cache, Y }: LabNet): { gradients?: Gradients & Steps; stop: string } {
  let gradients: (Gradients & Steps) | undefined
  try {
    gradients = bugs[bug](net, cache, Y, { steps: true })
    update(net, gradients, labTraining.learningRate)
    return { gradients, stop: '' }
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    const stop = error.message.replace(/^\w+\([^)]*\): /, '') // the sentence without the name of the function
    return gradients === undefined ? { stop } : { gradients, stop }
  }
}

function linesOf(gradients: Gradients & Steps): LineFinding[] {
  const { net, X, Y, cache } = squareNet
  const errors = checkGradients(net, X, Y, gradients)
  const right = backward(net, cache, Y, { steps: true })
  return lineNames.map((name) => ({
    name,
    error: errors[name] ?? Number.POSITIVE_INFINITY,
    times: timesOf(gradients[name], right[name]),
    got: gradients[name],
    right: right[name],
  }))
}

function timesOf(got: Matrix, right: Matrix): [number, number] | undefined {
  if (got.rows !== right.rows || got.columns !== right.columns) return undefined
  const times = Array.from(got.values, (value, k) => value / (right.values[k] as number))
  return [Math.min(...times), Math.max(...times)]
}
