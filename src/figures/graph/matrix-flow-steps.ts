import type { Cost, OutputActivation } from '../../network/index.js'

/** A matrix in the drawing: x in columns, y in pixels. */
export interface MatrixNode {
  readonly name: string
  readonly shape: string
  readonly x: number
  readonly y: number
  readonly kind: 'forward' | 'backward' | 'parameter'
  /** In words or as a formula, for the pointer and the summary. */
  readonly meaning: string
  /** Written below the shape. */
  readonly formula?: string
}

/** An arrow from one matrix to another. */
export interface Step {
  readonly from: string
  readonly to: string
  readonly kind: MatrixNode['kind']
  /** Above the arrow, with Plotly's tags. */
  readonly text: string
  /** The same in words. */
  readonly plain: string
}

interface Flow {
  readonly nodes: readonly MatrixNode[]
  readonly steps: readonly Step[]
}

const symbols: Readonly<Record<OutputActivation, string>> = {
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'relu',
  identity: 'id',
  softmax: 'soft<br>max',
}

const firstRow = 88
const secondRow = 206
const thirdRow = 300

/** X → Z1 → A1 → Z2 → A2 → J. */
export function forwardSteps(
  [nx, nh, ny]: readonly [number, number, number],
  M: string,
  hidden: OutputActivation,
  output: OutputActivation,
): Flow {
  const node = (name: string, x: number, shape: string, meaning: string): MatrixNode => ({
    ...{ name, x, shape, meaning },
    y: firstRow,
    kind: 'forward',
  })
  const step = (from: string, to: string, text: string, plain: string): Step => ({
    from,
    to,
    text,
    plain,
    kind: 'forward',
  })
  const affine = (layer: number, rows: number, columns: number) =>
    `<b>W${layer}</b><br>${rows}×${columns}<br><b>B${layer}</b><br>${rows}×1`
  return {
    nodes: [
      node('X', 0, `${nx}×${M}`, 'the inputs, samples are columns'),
      node('Z1', 1, `${nh}×${M}`, 'W1·X + B1'),
      node('A1', 2, `${nh}×${M}`, `${plainSymbol(hidden)}(Z1)`),
      node('Z2', 3, `${ny}×${M}`, 'W2·A1 + B2'),
      node('A2', 4, `${ny}×${M}`, `${plainSymbol(output)}(Z2), the predictions`),
      node('J', 5, '1×1', 'the cost, one number'),
    ],
    steps: [
      step('X', 'Z1', affine(1, nh, nx), `W1 (${nh}×${nx}) and B1 (${nh}×1)`),
      step('Z1', 'A1', symbols[hidden], plainSymbol(hidden)),
      step('A1', 'Z2', affine(2, ny, nh), `W2 (${ny}×${nh}) and B2 (${ny}×1)`),
      step('Z2', 'A2', symbols[output], plainSymbol(output)),
      step('A2', 'J', '<b>Y</b>', `comparison with Y (${ny}×${M})`),
    ],
  }
}

/** J → dA2 → dZ2 → dA1 → dZ1, and what the update needs below. With a cross-entropy cost dZ2 comes at once. */
export function backwardSteps(
  [nx, nh, ny]: readonly [number, number, number],
  M: string,
  hidden: OutputActivation,
  output: OutputActivation,
  cost: Cost,
): Flow {
  const isDirect = cost !== 'meanSquaredError'
  const node = (name: string, x: number, rows: number, meaning: string): MatrixNode => ({
    ...{ name, x, meaning },
    shape: `${rows}×${M}`,
    y: secondRow,
    kind: 'backward',
  })
  const leaf = (name: string, x: number, shape: string, formula: string): MatrixNode => ({
    ...{ name, x, shape, formula },
    meaning: formula === 'dZ1·Xᵀ' || formula === 'dZ2·A1ᵀ' ? formula : `${formula}, summed over the samples`,
    y: thirdRow,
    kind: 'parameter',
  })
  const step = (from: string, to: string, text: string, kind: Step['kind'] = 'backward'): Step => ({
    ...{ from, to, text, kind },
    plain: text,
  })
  const prime = (f: OutputActivation, z: string) => `⊙<br>${plainSymbol(f)}′(${z})`
  return {
    nodes: [
      ...(isDirect ? [] : [node('dA2', 4, ny, '(2/M)(A2 − Y)')]),
      node('dZ2', 3, ny, isDirect ? '(A2 − Y)/M' : `dA2 ⊙ ${plainSymbol(output)}′(Z2)`),
      node('dA1', 2, nh, 'W2ᵀ·dZ2'),
      node('dZ1', 1, nh, `dA1 ⊙ ${plainSymbol(hidden)}′(Z1)`),
      leaf('dW2', 3, `${ny}×${nh}`, 'dZ2·A1ᵀ'),
      leaf('dB2', 2.15, `${ny}×1`, 'Σ dZ2'),
      leaf('dW1', 1, `${nh}×${nx}`, 'dZ1·Xᵀ'),
      leaf('dB1', 0.15, `${nh}×1`, 'Σ dZ1'),
    ],
    steps: [
      ...(isDirect
        ? [step('J', 'dZ2', '(A2−Y)/M')]
        : [step('J', 'dA2', '2/M ·<br>(A2−Y)'), step('dA2', 'dZ2', prime(output, 'Z2'))]),
      step('dZ2', 'dA1', 'W2ᵀ·'),
      step('dA1', 'dZ1', prime(hidden, 'Z1')),
      step('dZ2', 'dW2', '', 'parameter'),
      step('dZ2', 'dB2', '', 'parameter'),
      step('dZ1', 'dW1', '', 'parameter'),
      step('dZ1', 'dB1', '', 'parameter'),
    ],
  }
}

function plainSymbol(activation: OutputActivation): string {
  return activation === 'softmax' ? 'softmax' : symbols[activation]
}
