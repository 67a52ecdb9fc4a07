// Every `as number` in this file follows from loops that stay inside 0 … length − 1.
import type { Matrix } from '../../math/matrix.js'
import type { ResolvedOptions } from '../net/options.js'
import { batchPass } from './batch-pass.js'
import { epochOrder } from './epoch-order.js'
import type { ParameterVector } from './parameter-vector.js'

/** One epoch of minibatches. Returns how many updates it made, and whether all numbers stayed finite. */
export type EpochOfUpdates = (epoch: number) => { readonly updates: number; readonly finite: boolean }

/**
 * Goes through all samples in minibatches, in an order of its own each epoch, with an update after each.
 *
 * The batches are those of `minibatches(X, Y, { batchSize, seed, epoch })`. Where a number stops being finite, the
 * update that led there is taken back.
 */
export function epochOfUpdates(
  vector: ParameterVector,
  X: Matrix,
  Y: Matrix,
  net: ResolvedOptions,
  { batchSize, seed, learningRate }: { batchSize: number; seed: number; learningRate: number },
): EpochOfUpdates {
  const M = X.columns
  const roomFor = (size: number) => ({
    size,
    pass: batchPass(vector, size, net),
    inputs: new Float64Array(X.rows * size),
    labels: new Float64Array(Y.rows * size),
  })
  const whole = roomFor(batchSize)
  const rest = M % batchSize === 0 ? whole : roomFor(M % batchSize)

  return (epoch) => {
    const order = epochOrder(M, seed, epoch)
    let updates = 0
    for (let start = 0; start < M; start += batchSize) {
      const { size, pass, inputs, labels } = start + batchSize <= M ? whole : rest
      gather(inputs, X, order, start, size)
      gather(labels, Y, order, start, size)
      if (!Number.isFinite(pass.evaluate(inputs, labels))) {
        vector.undo()
        return { updates: updates - 1, finite: false }
      }
      if (!vector.descend(pass.gradient, learningRate)) {
        vector.undo()
        return { updates, finite: false }
      }
      updates++
    }
    return { updates, finite: true }
  }
}

/** Copies `size` columns of `from`, those that stand in `order` from `start` on. */
function gather(
  into: Float64Array,
  from: Matrix,
  order: readonly number[],
  start: number,
  size: number,
): void {
  const { rows, columns, values } = from
  for (let i = 0, k = 0; i < rows; i++)
    for (let j = start; j < start + size; j++, k++)
      into[k] = values[i * columns + (order[j] as number)] as number
}
