import { requireBoolean } from '../../math/boolean-argument.js'
import { hadamard, scale, subtract } from '../../math/elementwise.js'
import { matmul } from '../../math/matmul.js'
import type { Matrix } from '../../math/matrix.js'
import { requireNotNegative } from '../../math/number-argument.js'
import { sumColumns } from '../../math/sum-columns.js'
import { transpose } from '../../math/transpose.js'
import { activationFunctions } from '../net/activation-functions.js'
import type { BackwardOptions } from '../net/backward.js'
import { type Cache, requireCache } from '../net/cache.js'
import { requireLabels } from '../net/cost.js'
import { resolveOptions } from '../net/options.js'
import { type Gradients, type Parameters, requireParameters, type Steps } from '../net/parameters.js'
import type { BugName } from './bug-name.js'

export interface BugOptions extends BackwardOptions {
  /** α of the update that comes too early in 'W2-updated-first'. Default 0.5. */
  readonly learningRate?: number
}

/** A backward pass with one mistake in it, called like `backward`. What it returns is wrong, in shape too at times. */
export interface Bug {
  (
    parameters: Parameters,
    cache: Cache,
    Y: Matrix,
    options: BugOptions & { readonly steps: true },
  ): Gradients & Steps
  (parameters: Parameters, cache: Cache, Y: Matrix, options?: BugOptions): Gradients
  readonly name: BugName
  /** the mistake in one sentence */
  readonly summary: string
  /** the wrong line of code, or lines, as written for sigmoid and mean squared error */
  readonly line: string
  /** the right one in its place */
  readonly right: string
}

/** What a line of a backward pass can see: every value before it. */
export interface Seen extends Cache {
  readonly W1: Matrix
  readonly W2: Matrix
  readonly Y: Matrix
  readonly M: number
  readonly learningRate: number
  /** σ′ of the output layer, or the derivative of whichever activation it has; of Z2 */
  readonly outputPrime: (Z: Matrix) => Matrix
  /** the same of the hidden layer; of Z1 */
  readonly hiddenPrime: (Z: Matrix) => Matrix
}

/** A backward pass, line by line. */
export interface Lines {
  dA2(v: Seen): Matrix
  dZ2(v: Seen & Pick<Steps, 'dA2'>): Matrix
  dW2(v: Seen & Pick<Steps, 'dA2' | 'dZ2'>): Matrix
  dB2(v: Seen & Pick<Steps, 'dA2' | 'dZ2'>): Matrix
  dA1(v: Seen & Pick<Steps, 'dA2' | 'dZ2'> & Pick<Gradients, 'dW2'>): Matrix
  dZ1(v: Seen & Pick<Steps, 'dA2' | 'dZ2' | 'dA1'>): Matrix
  dW1(v: Seen & Steps): Matrix
  dB1(v: Seen & Steps): Matrix
}

const rightLines: Lines = {
  dA2: ({ A2, Y, M }) => scale(subtract(A2, Y), 2 / M),
  dZ2: ({ dA2, Z2, outputPrime }) => hadamard(dA2, outputPrime(Z2)),
  dW2: ({ dZ2, A1 }) => matmul(dZ2, transpose(A1)),
  dB2: ({ dZ2 }) => sumColumns(dZ2),
  dA1: ({ W2, dZ2 }) => matmul(transpose(W2), dZ2),
  dZ1: ({ dA1, Z1, hiddenPrime }) => hadamard(dA1, hiddenPrime(Z1)),
  dW1: ({ dZ1, X }) => matmul(dZ1, transpose(X)),
  dB1: ({ dZ1 }) => sumColumns(dZ1),
}

const rightCode: Record<keyof Lines, string> = {
  dA2: 'dA2 = scale(subtract(A2, Y), 2 / M)',
  dZ2: 'dZ2 = hadamard(dA2, sigmoidPrime(Z2))',
  dW2: 'dW2 = matmul(dZ2, transpose(A1))',
  dB2: 'dB2 = sumColumns(dZ2)',
  dA1: 'dA1 = matmul(transpose(W2), dZ2)',
  dZ1: 'dZ1 = hadamard(dA1, sigmoidPrime(Z1))',
  dW1: 'dW1 = matmul(dZ1, transpose(X))',
  dB1: 'dB1 = sumColumns(dZ1)',
}

/** A mistake: its sentence, the wrong code as text, and the same code to run, in the place of the right lines. */
export interface Mistake {
  readonly summary: string
  readonly line: string
  readonly instead: Partial<Lines>
}

/** The backward pass with this mistake. */
export function makeBug(name: BugName, { summary, line, instead }: Mistake): Bug {
  const lines: Lines = { ...rightLines, ...instead }
  const call = `bugs['${name}'](parameters, cache, Y, options)`

  function bug(p: Parameters, c: Cache, Y: Matrix, options: BugOptions & { steps: true }): Gradients & Steps
  function bug(p: Parameters, c: Cache, Y: Matrix, options?: BugOptions): Gradients
  function bug(parameters: Parameters, cache: Cache, Y: Matrix, options: BugOptions = {}): Gradients {
    const net = resolveOptions(call, options, ['steps', 'learningRate'])
    if (net.cost !== 'meanSquaredError')
      throw new RangeError(`${call}: expected the cost 'meanSquaredError', received '${net.cost}'.`)
    const { learningRate = 0.5, steps = false } = options
    requireNotNegative(call, 'learningRate', learningRate)
    requireBoolean(call, 'steps', steps)
    const { W1, W2 } = requireParameters(call, 'parameters', parameters)
    requireLabels(call, net.cost, requireCache(call, parameters, cache).A2, Y)

    const outputPrime = activationFunctions[net.outputActivation].prime
    const hiddenPrime = activationFunctions[net.hiddenActivation].prime
    const seen: Seen = { ...cache, W1, W2, Y, M: Y.columns, learningRate, outputPrime, hiddenPrime }
    const dA2 = lines.dA2(seen)
    const dZ2 = lines.dZ2({ ...seen, dA2 })
    const dW2 = lines.dW2({ ...seen, dA2, dZ2 })
    const dB2 = lines.dB2({ ...seen, dA2, dZ2 })
    const dA1 = lines.dA1({ ...seen, dA2, dZ2, dW2 })
    const dZ1 = lines.dZ1({ ...seen, dA2, dZ2, dA1 })
    const dW1 = lines.dW1({ ...seen, dA2, dZ2, dA1, dZ1 })
    const dB1 = lines.dB1({ ...seen, dA2, dZ2, dA1, dZ1 })
    const gradients = { dW1, dB1, dW2, dB2 }
    return Object.freeze(steps ? { ...gradients, dA2, dZ2, dA1, dZ1 } : gradients)
  }

  const changed = Object.keys(instead) as (keyof Lines)[] // its only keys, by its type
  const right = changed.map((key) => rightCode[key]).join('\n')
  // The property that a function has already takes a new value only this way.
  Object.defineProperty(bug, 'name', { value: name, enumerable: true })
  return Object.freeze(Object.assign(bug, { summary, line, right })) as Bug // with `name` defined the line above
}
