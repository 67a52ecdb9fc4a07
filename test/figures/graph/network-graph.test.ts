import { expect, describe as group, it } from 'vitest'
import type { Figure } from '../../../src/figures/base/figure.js'
import { theme } from '../../../src/figures/base/theme.js'
import { palette } from '../../../src/figures/colour/palette.js'
import { type NetworkGraphOptions, networkGraph } from '../../../src/figures/graph/network-graph.js'
import { describe } from '../../../src/figures/text/describe.js'
import { matrix } from '../../../src/math/matrix.js'
import { ShapeError } from '../../../src/math/shape-error.js'
import { backward, forward } from '../../../src/network/index.js'
import { expectGolden } from '../../support/golden.js'

const net = {
  W1: matrix([
    [0.5, -0.25],
    [1.5, 0.75],
    [-1, 0],
  ]),
  B1: matrix([[0.1], [0], [-0.3]]),
  W2: matrix([[0.8, -0.6, 0.4]]),
  B2: matrix([[0.2]]),
}
const X = matrix([
  [0, 0, 1, 1],
  [0, 1, 0, 1],
])
const Y = matrix([[0, 1, 1, 0]])
const cache = forward(net, X)
const gradients = backward(net, cache, Y, { steps: true })

const annotations = (figure: Figure) =>
  figure.layout['annotations'] as {
    text: string
    x: number
    y: number
    ax?: number
    arrowcolor?: string
    arrowwidth?: number
    bgcolor?: string
  }[]
const pills = (figure: Figure) => annotations(figure).filter((each) => each.bgcolor !== undefined)
const arrows = (figure: Figure) => annotations(figure).filter((each) => each.text === '')

group('networkGraph()', () => {
  it('is what it was', () => {
    expectGolden('network-graph', networkGraph(net, { values: cache, sample: 2 }))
    expectGolden('network-graph-backward', networkGraph(net, { values: cache, gradients, sample: 2 }))
    expectGolden('network-graph-sizes', networkGraph([3, 20, 2]))
  })

  it('draws an arrow for each weight and bias, blue above 0, orange below, grey at 0, the widest the largest', () => {
    const own = arrows(networkGraph(net, { shapes: false }))
    expect(own).toHaveLength(6 + 3 + 3 + 1)
    const count = (colour: string) => own.filter((each) => each.arrowcolor === colour).length
    expect([count(palette.blue), count(palette.vermillion), count(theme.neutral)]).toEqual([7, 4, 2])
    expect([...own].sort((a, b) => (b.arrowwidth ?? 0) - (a.arrowwidth ?? 0))[0]).toMatchObject({
      arrowwidth: 4,
      ax: 0,
      x: 1,
    })
  })

  it('writes every number of a small net on its arrow', () => {
    expect(
      pills(networkGraph(net))
        .map((each) => each.text)
        .sort(),
    ).toEqual(
      ['0.5', '−0.25', '1.5', '0.75', '−1', '0', '0.1', '0', '−0.3', '0.8', '−0.6', '0.4', '0.2'].sort(),
    )
  })

  it('turns the arrows round for gradients, which then stand on them', () => {
    const figure = networkGraph(net, { gradients, shapes: false })
    expect(arrows(figure).every((each) => (each.ax ?? 0) > each.x)).toBe(true)
    expect(pills(figure)).toHaveLength(13)
    expect(describe(figure)).toContain('The arrows run back from the output, with the gradients.')
    expect(describe(figure)).toContain('Sample 1 of 4, ∂J/∂z: h₁')
  })

  it('writes activations of one sample in the nodes', () => {
    const figure = networkGraph(net, { values: cache, sample: 2 })
    const nodes = figure.data.find((trace) => trace['mode'] === 'markers+text')
    expect(nodes?.['text']).toEqual([
      'x₁<br>1',
      'x₂<br>0',
      '1',
      'h₁<br>0.65',
      'h₂<br>0.82',
      'h₃<br>0.21',
      '1',
      'ŷ<br>0.58',
    ])
    expect(figure.layout.title.text).toBe('A net of 2–3–1, sample 3')
  })

  it('has the shape of each matrix above the drawing', () => {
    const texts = annotations(networkGraph(net, { values: cache })).map((each) => each.text)
    expect(texts).toEqual(
      expect.arrayContaining([
        '<b>X</b> 2×4',
        '<b>A1</b> 3×4',
        '<b>W1</b> 3×2, <b>B1</b> 3×1',
        '<b>W2</b> 1×3, <b>B2</b> 1×1',
      ]),
    )
    expect(annotations(networkGraph([2, 3, 1])).map((each) => each.text)).toContain('<b>X</b> 2×M')
  })

  it('leaves out neurons of a large layer and says how many', () => {
    const figure = networkGraph([2, 128, 1])
    expect(annotations(figure).map((each) => each.text)).toContain('⋮<br>120 more')
    expect(describe(figure)).toBe(
      'A net with 2 inputs, 128 hidden neurons and 1 output: 513 weights and biases in all.',
    )
  })

  it('names neurons', () => {
    const texts = annotations(networkGraph(net, { labels: { inputs: ['flipper length', 'bill'] } })).map(
      (each) => each.text,
    )
    expect(texts).toEqual(expect.arrayContaining(['flipper<br>length', 'bill']))
  })

  it('refuses what is no net, and values, gradients and labels that do not fit it', () => {
    const call = 'networkGraph(net, options)'
    expect(() => networkGraph([2, 3])).toThrow(
      `${call}: expected three sizes [nx, nh, ny], received an array of 2.`,
    )
    expect(() => networkGraph([2, 0, 1])).toThrow(
      'expected sizes[1] to be a whole number, 1 or above, received 0.',
    )
    // @ts-expect-error no net
    expect(() => networkGraph(undefined)).toThrow(
      'expected parameters { W1, B1, W2, B2 } or sizes [nx, nh, ny], received undefined.',
    )
    expect(() => networkGraph({ ...net, B1: matrix([[1]]) })).toThrow(
      new ShapeError(`${call}: expected parameters.B1 to be 3×1, received 1×1.`),
    )
    expect(() => networkGraph([2, 4, 1], { values: cache })).toThrow(
      'expected values.Z1 to be 4×4, received 3×4.',
    )
    expect(() => networkGraph(net, { values: cache, sample: 4 })).toThrow(
      'expected sample to be a whole number, from 0 to 3',
    )
    expect(() => networkGraph(net, { gradients: { ...gradients, dW2: matrix([[1]]) } })).toThrow(
      'expected gradients.dW2 to be 1×3, received 1×1.',
    )
    expect(() => networkGraph(net, { labels: { hidden: ['a'] } })).toThrow('expected 3 labels.hidden')
    expect(() => networkGraph(net, { value: cache } as NetworkGraphOptions)).toThrow('Did you mean `values`?')
  })
})
