// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import { requireKnownKeys } from '../../math/known.js'
import { requireNotNegative, requireWhole } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { type CostFunction, norm, requireTheta } from './cost-function.js'
import { arrayDifferences, requireFunction } from './numerical-gradient.js'

export interface DescentOptions {
  /** θ to start from */
  readonly start: readonly number[]
  /** α, 0 or above */
  readonly learningRate: number
  /** How many steps at most. Default 100. */
  readonly iterations?: number
  /** Stop as soon as ‖∇J‖ is at most this. Default: never. */
  readonly tolerance?: number
}

export interface Descent {
  /** θ before the first step, after the first, after the second, … All numbers in it are finite. */
  readonly path: number[][]
  /** J at each point of the path */
  readonly costs: number[]
  /** ∇J at each point of the path */
  readonly gradients: number[][]
  /** steps taken: one less than there are points */
  readonly iterations: number
  /** 'finished': all steps taken. 'converged': ‖∇J‖ fell to the tolerance. 'diverged': it ran away and was stopped. */
  readonly status: 'finished' | 'converged' | 'diverged'
  /** the step, counted from 1, at which it ran away */
  readonly divergedAt?: number
  /** where it ended: the last point of the path */
  readonly theta: number[]
  /** why it stopped, when it diverged */
  readonly message?: string
}

/** A cost that has grown by this factor (of its size at the start, or of 1) has run away. */
const costLimit = 1e6
/** And so has a parameter beyond this factor of the start's size, or of 1, even if the cost falls. */
const thetaLimit = 1e9

/**
 * Gradient descent: θ := θ − α ∇J(θ), again and again, all components at once. Nothing given is changed.
 *
 * @param f a cost function with `gradient`; of any other function of an array the gradient is measured by central
 *   differences
 * @throws TypeError or RangeError for a wrong option, and if J or ∇J is not finite at the start
 * @see notebooks/02-descent-and-learning-rate.ipynb
 */
export function gradientDescent(
  f: CostFunction | ((theta: readonly number[]) => number),
  options: DescentOptions,
): Descent {
  const call = 'gradientDescent(f, options)'
  requireFunction(call, f)
  requireKnownKeys(call, 'options', options, ['start', 'learningRate', 'iterations', 'tolerance'])
  const { start, learningRate, iterations = 100, tolerance } = options
  requireTheta(call, 'start', start)
  requireNotNegative(call, 'learningRate', learningRate)
  requireWhole(call, 'iterations', iterations, 0)
  if (tolerance !== undefined) requireNotNegative(call, 'tolerance', tolerance)

  const value = (theta: readonly number[]): number => {
    const J: unknown = f(theta)
    if (typeof J !== 'number')
      throw new TypeError(`${call}: expected f to return a number, received ${received(J)}.`)
    return J
  }
  const gradient = gradientOf(call, f, value)

  let theta = [...start]
  let J = value(theta)
  let slope = gradient(theta)
  if (!Number.isFinite(J) || !slope.every(Number.isFinite))
    throw new RangeError(
      `${call}: expected a finite cost and gradient at the start, received J = ${J} and ∇J = [${slope.join(', ')}].`,
    )
  const path = [theta]
  const costs = [J]
  const gradients = [slope]
  const highest = costLimit * Math.max(1, Math.abs(J))
  const farthest = thetaLimit * Math.max(1, norm(theta))
  const result = (status: Descent['status'], divergence = {}): Descent =>
    Object.freeze({
      ...{ path, costs, gradients, status, ...divergence },
      iterations: path.length - 1,
      theta: path[path.length - 1] as number[], // a path has a start
    })

  for (let step = 1; ; step++) {
    if (tolerance !== undefined && norm(slope) <= tolerance) return result('converged')
    if (step > iterations) return result('finished')
    const from: readonly number[] = slope
    theta = theta.map((entry, k) => entry - learningRate * (from[k] as number))
    const inReach = norm(theta) <= farthest // false for NaN
    J = inReach ? value(theta) : Number.NaN
    slope = Number.isFinite(J) ? gradient(theta) : []
    const usable = Number.isFinite(J) && slope.every(Number.isFinite)
    if (usable) {
      path.push(theta)
      costs.push(J)
      gradients.push(slope)
    }
    if (usable && J <= highest) continue
    const what = !inReach
      ? 'theta has left every bound'
      : usable
        ? `the cost has grown to ${J}`
        : 'the cost or its gradient is not a finite number'
    return result('diverged', {
      divergedAt: step,
      message: `Diverged at step ${step}: ${what}. Try a learning rate below ${learningRate}.`,
    })
  }
}

/** ∇J, derived if f knows it, else measured. @throws TypeError if it is no array of as many numbers as theta */
function gradientOf(
  call: string,
  f: CostFunction | ((theta: readonly number[]) => number),
  value: (theta: readonly number[]) => number,
): (theta: readonly number[]) => number[] {
  if (!('gradient' in f) || typeof f.gradient !== 'function') return (theta) => arrayDifferences(value, theta)
  return (theta) => {
    const slope: unknown = f.gradient(theta)
    if (Array.isArray(slope) && slope.length === theta.length && slope.every((g) => typeof g === 'number'))
      return [...slope]
    throw new TypeError(
      `${call}: expected f.gradient to return an array of ${theta.length} numbers, received ${received(slope)}.`,
    )
  }
}
