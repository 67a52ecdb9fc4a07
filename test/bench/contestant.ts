import type { Matrix } from '../../src/math/index.js'
import type { Parameters } from '../../src/network/index.js'

/** A net and its samples, the same for all. */
export interface Task {
  readonly name: string
  readonly parameters: Parameters
  readonly X: Matrix
  readonly Y: Matrix
}

/** Makes so many training steps (forward, backward, update) and returns how many ms they took. */
export type Run = (steps: number) => number | Promise<number>

/** One implementation of a training step. */
export interface Contestant {
  readonly name: string
  /** float64 or float32 */
  readonly numbers: string
  readonly threads: number
  prepare(task: Task): Promise<Run>
  /** Ends what it started. */
  close?(): void
}

export const learningRate = 0.01
