// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from '../../math/matrix.js'
import { requireNotNegative, requireWhole } from '../../math/number-argument.js'
import type { NetworkOptions } from '../net/options.js'
import { gradientNames, type Parameters } from '../net/parameters.js'
import { batchPass } from './batch-pass.js'
import { epochOfUpdates } from './epoch-of-updates.js'
import { parameterVector } from './parameter-vector.js'
import { requireTraining } from './training-argument.js'

export interface TrainOptions extends NetworkOptions {
  /** α, 0 or above */
  readonly learningRate: number
  /** How often to go through all samples, at most. */
  readonly epochs: number
  /** Samples in a minibatch; the last one of an epoch takes what is left. Default: all samples, the full batch. */
  readonly batchSize?: number
  /** Decides the shuffles of minibatches, which are those of `minibatches(X, Y, { batchSize, seed, epoch })`. Default 1. */
  readonly seed?: number
  /** Stop as soon as the norm of all gradients together is at most this, after an epoch. Default: never. */
  readonly tolerance?: number
  /** Keep the parameters of epoch 0 and of every n-th epoch, and of the last, in `history.snapshots`. Default: none. */
  readonly recordParameters?: number
}

/** What a training went through. Entry e of each list is taken after epoch e, over all samples; entry 0 before training. */
export interface History {
  readonly cost: number[]
  readonly gradientNorm: {
    readonly dW1: number[]
    readonly dB1: number[]
    readonly dW2: number[]
    readonly dB2: number[]
  }
  readonly snapshots: { readonly epoch: number; readonly parameters: Parameters }[]
}

export interface Training {
  /** where it ended; all numbers in it are finite */
  readonly parameters: Parameters
  /** 'finished': all epochs done. 'converged': the gradient fell to the tolerance. 'diverged': it ran away and was stopped. */
  readonly status: 'finished' | 'converged' | 'diverged'
  /** updates made that are in `parameters` */
  readonly iterations: number
  /** epochs completed */
  readonly epochs: number
  readonly history: History
  /** the update, counted from 1, at which it ran away */
  readonly divergedAt?: number
  /** why it stopped, when it diverged */
  readonly message?: string
}

const ownKeys = ['learningRate', 'epochs', 'batchSize', 'seed', 'tolerance', 'recordParameters'] as const

const notFinite = 'the cost, a gradient or a parameter is not a finite number'
/** A cost that has grown by this factor (of its size at the start, or of 1) has run away. */
const costLimit = 1e6

/**
 * Trains a net by gradient descent: forward, backward, update, for each batch of each epoch.
 *
 * The numbers are those of the pure functions `forward`, `backward`, `update`; the work is done in arrays made once.
 *
 * @param parameters to start from; they stay as they are
 * @param X inputs, nx×M: samples are columns
 * @param Y labels, ny×M
 * @throws TypeError, RangeError or ShapeError for arguments that do not fit. Divergence does not throw: see `status`
 * @see notebooks/07-training.ipynb
 */
export function train(parameters: Parameters, X: Matrix, Y: Matrix, options: TrainOptions): Training {
  const call = 'train(parameters, X, Y, options)'
  const net = requireTraining(call, parameters, X, Y, options, ownKeys)
  const M = X.columns
  const { learningRate, epochs, batchSize = M, seed = 1, tolerance, recordParameters } = options
  requireNotNegative(call, 'learningRate', learningRate)
  requireWhole(call, 'epochs', epochs, 0, 2 ** 32)
  requireWhole(call, 'batchSize', batchSize, 1)
  requireWhole(call, 'seed', seed, -Number.MAX_SAFE_INTEGER)
  if (tolerance !== undefined) requireNotNegative(call, 'tolerance', tolerance)
  if (recordParameters !== undefined) requireWhole(call, 'recordParameters', recordParameters, 1)

  const [inputs, labels] = [Float64Array.from(X.values), Float64Array.from(Y.values)]
  const vector = parameterVector(parameters)
  const all = batchPass(vector, M, net)
  const fullBatch = (): { updates: number; finite: boolean } => {
    if (vector.descend(all.gradient, learningRate)) return { updates: 1, finite: true }
    vector.undo()
    return { updates: 0, finite: false }
  }
  const epochOf =
    batchSize >= M ? fullBatch : epochOfUpdates(vector, X, Y, net, { batchSize, seed, learningRate })

  const cost: number[] = []
  const gradientNorm: History['gradientNorm'] = { dW1: [], dB1: [], dW2: [], dB2: [] }
  const snapshots: History['snapshots'] = []
  let iterations = 0
  const result = (status: Training['status'], divergence = {}): Training =>
    Object.freeze({
      ...{ parameters: vector.parameters(), status, iterations, epochs: cost.length - 1 },
      history: Object.freeze({ cost, gradientNorm, snapshots }),
      ...divergence,
    })
  const diverged = (epoch: number, divergedAt: number, what: string): Training =>
    result('diverged', {
      divergedAt,
      message: `Diverged in epoch ${epoch}, at iteration ${divergedAt}: ${what}. Try a learning rate below ${learningRate}, or standardise the inputs.`,
    })

  for (let epoch = 0; ; epoch++) {
    // The gradient that this leaves is the one that a full batch then descends along.
    const J = all.evaluate(inputs, labels)
    const norms = all.norms()
    const length = Math.hypot(...norms)
    if (!Number.isFinite(J) || !Number.isFinite(length)) {
      if (epoch === 0)
        throw new RangeError(
          `${call}: at the start the cost is ${J} and the norm of the gradient ${length}. Expected finite numbers: smaller parameters, or inputs and labels on a smaller scale.`,
        )
      vector.undo()
      iterations--
      return diverged(epoch, iterations + 1, notFinite)
    }
    cost.push(J)
    gradientNames.forEach((name, k) => {
      gradientNorm[name].push(norms[k] as number)
    })

    const ranAway = J > costLimit * Math.max(1, cost[0] as number)
    const converged = tolerance !== undefined && length <= tolerance
    const last = ranAway || converged || epoch === epochs
    if (recordParameters !== undefined && (last || epoch % recordParameters === 0))
      snapshots.push({ epoch, parameters: vector.parameters() })
    if (ranAway)
      return diverged(
        epoch,
        iterations,
        `the cost has grown from ${cost[0]?.toPrecision(3)} to ${J.toPrecision(3)}`,
      )
    if (last) return result(converged ? 'converged' : 'finished')

    const { updates, finite } = epochOf(epoch + 1)
    iterations += updates
    if (!finite) return diverged(epoch + 1, iterations + 1, notFinite)
  }
}
