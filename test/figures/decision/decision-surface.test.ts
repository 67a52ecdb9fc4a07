import { expect, describe as group, it } from 'vitest'
import { decisionFrames } from '../../../src/figures/decision/decision-frames.js'
import {
  type DecisionSurfaceOptions,
  decisionSurface,
} from '../../../src/figures/decision/decision-surface.js'
import { describe } from '../../../src/figures/text/describe.js'
import { fromValues, type Matrix, map, matmul, sigmoid, softmax } from '../../../src/math/index.js'
import { matrix } from '../../../src/math/matrix.js'
import { forward } from '../../../src/network/index.js'
import { expectGolden } from '../../support/golden.js'

/** Above 0.5 where x₁ + x₂ > 1. */
const slope = (X: Matrix): Matrix => sigmoid(map(matmul(matrix([[4, 4]]), X), (z) => z - 4))
const X = matrix([
  [0, 0, 1, 1],
  [0, 1, 0, 1.2],
])
const Y = matrix([[0, 0, 0, 1]])
const plane = { x: [-0.5, 1.5], y: [-0.5, 1.5] }
const net = {
  W1: matrix([
    [1, 1],
    [1, -1],
  ]),
  B1: matrix([[-1], [0.2]]),
  W2: matrix([[6, 0]]),
  B2: matrix([[-3]]),
}
const refused = (options: object) => () =>
  decisionSurface(slope, { ...plane, ...options } as DecisionSurfaceOptions)

group('decisionSurface()', () => {
  it('is what it was', () => {
    expectGolden('decision-surface', decisionSurface(slope, { X, labels: Y, lines: net, steps: 6, ...plane }))
    const classes = (own: Matrix) =>
      softmax(
        matmul(
          matrix([
            [3, 0],
            [0, 3],
            [-3, -3],
          ]),
          own,
        ),
      )
    expectGolden('decision-surface-classes', decisionSurface(classes, { steps: 6, ...plane }))
  })

  it('draws the line where the net says 0.5', () => {
    const line = decisionSurface(slope, { steps: 10, ...plane }).data.find(
      (trace) => trace['name'] === 'A2 = 0.5',
    )
    const [xs, ys] = [line?.['x'], line?.['y']] as [number[], number[]]
    expect(xs.length).toBeGreaterThan(1)
    xs.forEach((x, k) => {
      expect(x + (ys[k] ?? 0)).toBeCloseTo(1, 2)
    })
  })

  it('counts samples on their side, and tells it', () => {
    const summary = describe(decisionSurface(slope, { X, labels: Y, ...plane }))
    expect(summary).toContain('4 samples (3 class 0, 1 class 1). 4 of 4 lie on their side.')
    expect(summary).toContain('A2 over x₁ from −0.5 to 1.5 and x₂ from −0.5 to 1.5: lowest')
  })

  it('gives each class its symbol and its colour, by numbers or by words', () => {
    const points = (labels: DecisionSurfaceOptions['labels'] & object, classes?: string[]) =>
      decisionSurface(slope, { X, labels, ...(classes === undefined ? {} : { classes }), ...plane })
        .data.filter((trace) => trace['mode'] === 'markers')
        .map((trace) => [
          trace['name'],
          (trace['marker'] as { symbol: string }).symbol,
          (trace['x'] as number[]).length,
        ])
    expect(points([0, 1, 1, 0])).toEqual([
      ['class 0', 'square', 2],
      ['class 1', 'circle', 2],
    ])
    expect(points(['b', 'b', 'a', 'b'], ['a', 'b'])).toEqual([
      ['a', 'square', 1],
      ['b', 'circle', 3],
    ])
    expect(
      points(
        matrix([
          [1, 0, 0, 0],
          [0, 1, 0, 0],
          [0, 0, 1, 1],
        ]),
      ).map(([, , count]) => count),
    ).toEqual([1, 1, 2])
  })

  it('draws the line of each hidden neuron from frame to frame', () => {
    const lines = decisionSurface(slope, { lines: net, ...plane }).data.filter(
      (trace) => trace['legendgroup'] === 'neurons',
    )
    expect(lines.map((trace) => [trace['x'], trace['y']])).toEqual([
      [
        [-0.5, 1.5],
        [1.5, -0.5],
      ],
      [
        [-0.5, 1.3],
        [-0.3, 1.5],
      ],
    ])
  })

  it('takes the plane from the samples', () => {
    expect(decisionSurface(slope, { X }).layout['xaxis']).toMatchObject({ range: [-0.15, 1.15] })
  })

  it('refuses labels, lines and answers that do not fit', () => {
    expect(() => decisionSurface(slope)).toThrow(
      'expected x to be [from, to], or samples X, received neither.',
    )
    expect(refused({ labels: Y })).toThrow('labels came without X.')
    expect(refused({ X, labels: [0, 1] })).toThrow('expected 4 labels, one for each column of X, received 2.')
    expect(refused({ X, labels: ['a', 'b', 'c', 'd'], classes: ['a', 'b'] })).toThrow(
      "labels[2] is 'c'. Expected one of classes: a, b.",
    )
    expect(refused({ X: matrix([[1, 2]]) })).toThrow(
      'expected X to be 2×M, a row for each axis, received 1×2.',
    )
    expect(refused({ lines: { W1: matrix([[1, 2, 3]]), B1: matrix([[0]]) } })).toThrow(
      'expected lines.W1 to have 2 columns',
    )
    expect(refused({ lable: Y })).toThrow('Did you mean `labels`?')
    expect(() => decisionSurface(() => matrix([[1]]), plane)).toThrow(
      'predict(X) returned 1×1 for X of 2×6561.',
    )
    // @ts-expect-error no matrix
    expect(() => decisionSurface(() => 3, plane)).toThrow(
      'expected predict(X) to return a matrix, received 3.',
    )
    const bad = (own: Matrix) => ({
      ...fromValues(1, own.columns, own.values.slice(0, own.columns)),
      values: new Float64Array(own.columns).fill(Number.NaN),
    })
    expect(() => decisionSurface(bad, plane)).toThrow(
      'predict(X) is NaN at x = (−0.5, −0.5)'.replaceAll('−', '-'),
    )
  })
})

group('decisionFrames()', () => {
  const snapshots = [0, 10, 20].map((epoch) => ({
    epoch,
    parameters: { ...net, W2: matrix([[epoch / 4, 0]]) },
  }))

  it('is what it was', () => {
    expectGolden('decision-frames', decisionFrames(snapshots, { X, labels: Y, steps: 4, lines: true }))
  })

  it('shows one moment and has a step of the slider for each', () => {
    const figure = decisionFrames(snapshots, { X, labels: Y, steps: 4 })
    const [slider] = figure.layout['sliders'] as {
      active: number
      steps: { label: string; args: [{ visible: boolean[] }] }[]
    }[]
    expect(slider?.active).toBe(2)
    expect(slider?.steps.map((step) => step.label)).toEqual(['0', '10', '20'])
    const shown = figure.data.map((trace) => trace['visible'] !== false)
    expect(slider?.steps[2]?.args[0].visible).toEqual(shown)
    for (const step of slider?.steps ?? []) expect(step.args[0].visible.filter(Boolean)).toHaveLength(2 + 2)
    expect(describe(figure)).toContain('epoch 20, ')
  })

  it('computes with the net’s own activations, or with a function', () => {
    const options = { ...plane, steps: 2 }
    const z = (figure: ReturnType<typeof decisionFrames>) => figure.data.at(0)?.['z']
    const own = snapshots.slice(2)
    const named = [{ name: 'now', predict: (inputs: Matrix) => forward(net, inputs).A2 }]
    expect(z(decisionFrames(own, { ...options, hiddenActivation: 'tanh' }))).not.toEqual(
      z(decisionFrames(own, options)),
    )
    expect(describe(decisionFrames(named, options))).toContain('at 1 moment, with a slider: now.')
  })

  it('takes some of many, first and last among them', () => {
    const many = Array.from({ length: 101 }, (_, epoch) => ({ epoch, parameters: net }))
    const { layout } = decisionFrames(many, { ...plane, steps: 2, frames: 5 })
    const [slider] = layout['sliders'] as { steps: { label: string }[] }[]
    expect(slider?.steps.map((step) => step.label)).toEqual(['0', '25', '50', '75', '100'])
  })

  it('refuses no frames and frames of another kind', () => {
    expect(() => decisionFrames([], plane)).toThrow('expected frames to be history.snapshots')
    // @ts-expect-error no frame
    expect(() => decisionFrames([net], plane)).toThrow(
      'expected frames[0] to be { epoch, parameters } or { name, predict }',
    )
  })
})
