import type { Matrix } from '../math/matrix.js'

/** Inputs and what they should give. Column m of X and column m of Y are sample m. */
export interface Samples {
  /** Inputs, n_x × M. */
  readonly X: Matrix
  /** Targets, n_y × M. */
  readonly Y: Matrix
}

/** Samples of two classes: Y is 1×M of 0 and 1. */
export interface LabelledSamples extends Samples {
  /** The class of each sample in words, for the legend of a chart. */
  readonly labels: readonly string[]
}
