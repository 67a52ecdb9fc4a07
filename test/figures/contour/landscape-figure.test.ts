import { expect, describe as group, it } from 'vitest'
import {
  type LandscapeFigureOptions,
  landscapeFigure,
} from '../../../src/figures/contour/landscape-figure.js'
import { describe } from '../../../src/figures/text/describe.js'
import { matrix } from '../../../src/math/matrix.js'

const zero = { W1: matrix([[0]]), B1: matrix([[0]]), W2: matrix([[0]]), B2: matrix([[0]]) }
const x = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]
const valley = {
  x,
  y: x,
  cost: x.map((b) => x.map((a) => 0.05 + a * a + 4 * b * b)),
  path: [
    { x: 1.5, y: 1.2, cost: 8.1 },
    { x: 0.8, y: -0.3, cost: 1.1 },
    { x: 0.1, y: 0, cost: 0.06 },
  ],
  directions: [zero, zero] as const,
  explained: [0.8, 0.15],
}

group('landscapeFigure()', () => {
  it('draws contours of the plane with the path and its ends, or a surface', () => {
    const figure = landscapeFigure(valley, { levels: [0.1, 1, 10] })
    expect(JSON.stringify(figure)).toContain('J = 10')
    const path = figure.data.find((trace) => trace['name'] === 'training')
    expect(path).toMatchObject({ x: [1.5, 0.8, 0.1], y: [1.2, -0.3, 0] })
    expect(JSON.stringify(figure.data)).toMatch(/"start".*"end"/)
    expect(figure.layout['xaxis']).toMatchObject({ title: { text: 'direction 1, 80 % of the path' } })
    expect(landscapeFigure(valley, { surface: true }).data[0]?.type).toBe('surface')
  })

  it('tells the lowest point, the path and what the directions hold of it', () => {
    expect(describe(landscapeFigure(valley))).toBe(
      'J of the net on a plane through its parameters, 9 by 9 points: lowest 0.05 at (0, 0), highest 20.1. The path of training, 3 points, runs from (1.5, 1.2) with J = 8.1 to (0.1, 0) with J = 0.06. The two directions hold 80 % and 15 % of it.',
    )
  })

  it('draws without a path', () => {
    const { path: _, explained: __, ...bare } = valley
    expect(landscapeFigure(bare).layout.title.text).toBe('The landscape of J')
  })

  it('refuses what is no landscape, and unknown options', () => {
    // @ts-expect-error no landscape
    expect(() => landscapeFigure({})).toThrow(
      'expected landscape to be what landscape(parameters, X, Y) returned',
    )
    for (const [part, message] of [
      [{ x: undefined }, 'expected landscape.x to be a list of numbers, received undefined'],
      [{ cost: [[1, 2]] }, 'expected landscape.cost to have a row for each of the 9 entries of landscape.y'],
      [{ path: 5 }, 'expected landscape.path to be a list of { x, y, cost }, received 5'],
      [{ path: [{ x: 1, y: Number.NaN, cost: 1 }] }, 'landscape.path[0].y'],
      [{ explained: 'most' }, 'landscape.explained'],
    ] as const) {
      const torn: object = { ...valley, ...part }
      // @ts-expect-error a cell may pass anything
      expect(() => landscapeFigure(torn, { surface: true })).toThrow(message)
    }
    expect(() => landscapeFigure(valley, { surfase: true } as LandscapeFigureOptions)).toThrow(
      'Did you mean `surface`?',
    )
  })
})
