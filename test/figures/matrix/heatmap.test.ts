import { expect, describe as group, it } from 'vitest'
import { heatmap, heatmaps } from '../../../src/figures/matrix/heatmap.js'
import { describe } from '../../../src/figures/text/describe.js'
import { fromValues, matrix } from '../../../src/math/matrix.js'
import { expectGolden } from '../../support/golden.js'

const Z1 = matrix([
  [0, 0.3196, -1.571, -1.2514],
  [0, -0.883, 1.3672, 0.4842],
  [0, 0.315, -0.4291, -0.1141],
])
const cells = (figure: ReturnType<typeof heatmap>) => figure.data.filter((trace) => trace.type === 'heatmap')
const texts = (figure: ReturnType<typeof heatmap>) =>
  figure.data.filter((trace) => trace['mode'] === 'text').flatMap((trace) => trace['text'] as string[])

group('heatmap()', () => {
  it('is what it was', () => {
    expectGolden('heatmap', heatmap(Z1, { name: 'Z1' }))
  })

  it('has the shape in its title and every number in its cell', () => {
    const figure = heatmap(Z1, { name: 'Z1' })
    expect(figure.layout.title.text).toBe('Z1 · 3×4')
    expect(texts(figure).sort()).toEqual(
      ['0', '0.32', '−1.57', '−1.25', '0', '−0.88', '1.37', '0.48', '0', '0.32', '−0.43', '−0.11'].sort(),
    )
  })

  it('counts rows downwards, from 1', () => {
    const figure = heatmap(Z1)
    expect(figure.layout['yaxis']).toMatchObject({ range: [3.5, 0.5] })
    expect(cells(figure)[0]).toMatchObject({
      x0: 1,
      y0: 1,
      z: [[0, 0.3196, -1.571, -1.2514], expect.anything(), expect.anything()],
    })
  })

  it('colours around 0 where signs differ, else from lowest to highest', () => {
    expect(cells(heatmap(Z1))[0]).toMatchObject({ zmin: -1.571, zmax: 1.571 })
    expect(cells(heatmap([[1, 2]]))[0]).toMatchObject({ zmin: 1, zmax: 2 })
    expect(cells(heatmap([[1, 2]], { diverging: true }))[0]).toMatchObject({ zmin: -2, zmax: 2 })
    expect(cells(heatmap([[0, 0]]))[0]).toMatchObject({ zmin: -1, zmax: 1 })
  })

  it('writes light numbers on dark cells and dark ones on light cells', () => {
    const inkOf = (text: string) =>
      heatmap(Z1).data.find(
        (trace) => trace['mode'] === 'text' && (trace['text'] as string[]).includes(text),
      )?.['textfont']
    expect(inkOf('−1.57')).toMatchObject({ color: '#ffffff' })
    expect(inkOf('0')).toMatchObject({ color: '#16181d' })
  })

  it('tells every number of a small matrix, and the extremes of a large one', () => {
    expect(describe(heatmap([[1, -2.5]], { name: 'W2' }))).toBe('W2 is 1×2: 1.00, −2.50.')
    const large = fromValues(
      10,
      50,
      Array.from({ length: 500 }, (_, k) => k),
    )
    const figure = heatmap(large, { name: 'X' })
    expect(describe(figure)).toBe(
      'X is 10×50: lowest 0 in row 1, column 1, highest 499 in row 10, column 50, mean 250.',
    )
    expect(texts(figure)).toEqual([])
    expect(cells(figure)[0]).toMatchObject({ showscale: true })
  })

  it('names rows and columns', () => {
    const figure = heatmap([[1, 2]], { name: 'A', rowNames: ['neuron'], columnNames: ['a', 'b'] })
    expect(figure.layout['xaxis']).toMatchObject({ tickvals: [1, 2], ticktext: ['a', 'b'], side: 'top' })
    expect(figure.layout['yaxis']).toMatchObject({ ticktext: ['neuron'] })
    expect(describe(figure)).toBe('A is 1×2: neuron: 1, 2.')
  })

  it('refuses what is no finite matrix, and names that do not fit', () => {
    expect(() => heatmap([[1, 2], [3]], { name: 'Z1' })).toThrow(
      'heatmap(matrix, options): Z1: ragged rows: row 1 has 1 entries, row 0 has 2.',
    )
    expect(() => heatmap([[Number.NaN]])).toThrow(RangeError)
    expect(() => heatmap([])).toThrow('expected at least one row')
    // @ts-expect-error no matrix
    expect(() => heatmap(3)).toThrow('expected matrix to be a Matrix, received 3.')
    expect(() => heatmap([[1]], { rowNames: ['a', 'b'] })).toThrow(
      'expected 1 rowNames, one for each row, received 2.',
    )
    expect(() => heatmap([[1]], { digits: 0 })).toThrow('expected digits to be a whole number')
    // @ts-expect-error unknown option
    expect(() => heatmap([[1]], { nmae: 'Z1' })).toThrow('Did you mean `name`?')
  })
})

group('heatmaps()', () => {
  it('is what it was', () => {
    const named = { rowNames: ['h₁', 'h₂', 'h₃'], columnNames: ['(0, 0)', '(0, 1)', '(1, 0)', '(1, 1)'] }
    expectGolden(
      'heatmaps',
      heatmaps([
        { name: 'Z1', matrix: Z1, ...named },
        { name: 'B1', matrix: [[0.0012], [-7], [3]] },
      ]),
    )
  })

  it('gives all matrices one colour scale, each its name and shape', () => {
    const figure = heatmaps({ Z1: Z1, A1: [[0.5], [0.5], [2]] }, { title: 'Forward' })
    expect(cells(figure).map((trace) => [trace['zmin'], trace['zmax']])).toEqual([
      [-2, 2],
      [-2, 2],
    ])
    expect((figure.layout['annotations'] as { text: string }[]).map((each) => each.text)).toEqual([
      '<b>Z1</b> · 3×4',
      '<b>A1</b> · 3×1',
    ])
    expect(describe(figure)).toContain(
      'Z1 and A1 as heat maps with one colour scale. Z1 is 3×4: row 1: 0, 0.32',
    )
  })

  it('draws cells of one size, in a second line where the numbers need it', () => {
    const { layout } = heatmaps({ a: Z1, b: Z1, c: Z1 })
    const size = (axis: string) => {
      const [from = 0, to = 0] = (layout[axis] as { domain: number[] }).domain
      return to - from
    }
    expect(size('xaxis')).toBeCloseTo(size('xaxis3'), 12)
    expect(size('yaxis')).toBeCloseTo(size('yaxis3'), 12)
    expect(layout['yaxis3']).toMatchObject({ domain: [0, expect.closeTo(size('yaxis'), 12)] })
  })

  it('takes a list, with names of rows for one of them', () => {
    const figure = heatmaps([
      { name: 'a', matrix: [[1]], rowNames: ['r'] },
      { name: 'b', matrix: [[2]] },
    ])
    expect(describe(figure)).toBe('a and b as heat maps with one colour scale. a is 1×1: r: 1. b is 1×1: 2.')
  })

  it('refuses an empty list and a key that nobody reads', () => {
    expect(() => heatmaps({})).toThrow('heatmaps(matrices, options): there is no matrix in matrices.')
    // @ts-expect-error unknown key
    expect(() => heatmaps([{ name: 'a', matrx: [[1]] }])).toThrow('Did you mean `matrix`?')
  })
})
