import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContourOptions, contour } from '../../../src/figures/contour/contour.js'
import { expectGolden } from '../../support/golden.js'
import { trials } from '../../support/trials.js'

const bowl = ([x = 0, y = 0]: readonly number[]) => (x - 1) ** 2 + 2 * (y + 1) ** 2
const gradient = ([x = 0, y = 0]: readonly number[]) => [2 * (x - 1), 4 * (y + 1)]
const area = { x: [-3, 5], y: [-4, 2], steps: 16 }
const descent = (start: number[], rate: number, steps: number) => {
  const path = [start]
  for (let k = 0; k < steps; k++) {
    const here = path[k] ?? []
    path.push(here.map((value, i) => value - rate * (gradient(here)[i] ?? 0)))
  }
  return path
}
const refused = (options: object) => () => contour(bowl, { ...area, ...options } as ContourOptions)

describe('contour()', () => {
  it('draws levels, a path, points and arrows', () => {
    expectGolden(
      'contour',
      contour(bowl, {
        ...area,
        levels: [2, 8, 16],
        paths: { 'α = 0.1': descent([4.5, 1.5], 0.1, 6), 'α = 0.45': descent([-2, 0.5], 0.45, 6) },
        points: [{ at: [1, -1], name: 'minimum' }],
        arrows: [
          { from: [3, 0.5], vector: [0.8, 1.2], name: '∇J' },
          { from: [3, -2], to: [2.6, -1.6] },
        ],
        title: 'Two learning rates on one cost, and the gradient at a point',
      }),
    )
  })

  it('draws a grid of values', () => {
    const x = [-2, -1, 0, 1, 2]
    const z = x.map((b) => x.map((a) => a * a - b * b))
    expectGolden('contour-grid', contour({ x, y: x, z }, { levels: [-1, 1], names: ['x', 'y'], value: 'f' }))
  })

  it('every point of a line is as near to the line’s level as half a pixel', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 6, noNaN: true }),
        (a, twist, level) => {
          const f = ([x = 0, y = 0]: readonly number[]) => a * x * x + twist * x * y + y * y
          const { data } = contour(f, { x: [-3, 3], y: [-3, 3], levels: [level], steps: 60 })
          const [, line] = data
          const [x, y] = [line?.['x'], line?.['y']]
          if (!Array.isArray(x) || !Array.isArray(y)) throw new Error('no line')
          x.forEach((value: unknown, k) => {
            if (typeof value !== 'number') return
            const at = Number(y[k])
            const slope = Math.hypot(2 * a * value + twist * at, twist * value + 2 * at)
            expect(Math.abs(f([value, at]) - level) / slope).toBeLessThan(0.008)
          })
        },
      ),
      { numRuns: trials(30) },
    )
  })

  it('writes the level on each line, turned with it', () => {
    const { annotations } = contour(bowl, { ...area, levels: [2, 8], steps: 40 }).layout
    expect(annotations).toMatchObject([{ text: '2' }, { text: '8' }])
  })

  it('has equal axes unless told otherwise, and exactly the given range', () => {
    expect(contour(bowl, area).layout).toMatchObject({
      xaxis: { range: [-3, 5] },
      yaxis: { range: [-4, 2], scaleanchor: 'x', constrain: 'domain' },
    })
    expect(contour(bowl, { ...area, equalAxes: false }).layout['yaxis']).not.toHaveProperty('scaleanchor')
  })

  it('says in words where the function is low and high, and what was drawn on it', () => {
    const { summary } = contour(bowl, {
      ...area,
      levels: [2, 8],
      path: [
        [3, 0],
        [2, -0.5],
        [9, 9],
      ],
      arrows: [{ from: [0, 0], to: [1, 1], name: 'step' }],
      points: [[1, -1]],
    }).layout.meta
    expect(summary).toContain('at J = 2 and 8.')
    expect(summary).toContain('J is lowest near (1, −1), at 0')
    expect(summary).toContain(
      'The path goes in 2 steps from (3, 0), where J = 6, to (9, 9), where J = 264; 1 of its points lies outside',
    )
    expect(summary).toContain('Marked: (1, −1), where J = 0.')
    expect(summary).toContain('The arrow “step” goes from (0, 0) to (1, 1).')
    expect(contour(bowl, { ...area, summary: 'A bowl.' }).layout.meta.summary).toBe('A bowl.')
  })

  it('names the point where the function gives no finite number', () => {
    expect(() => contour(([x = 0]) => 1 / x, { x: [-1, 1], y: [0, 1], steps: 4 })).toThrow(
      'f([0, 0]) is Infinity',
    )
    expect(() => contour(() => Number.NaN, area)).toThrow('f([-3, -4]) is NaN')
  })

  it('refuses what is wrong, and says where', () => {
    expect(refused({ pahts: {} })).toThrow('Did you mean `paths`?')
    expect(refused({ x: [2, 1] })).toThrow('x to run from low to high')
    expect(refused({ x: undefined })).toThrow('expected x to be [from, to], received undefined')
    expect(refused({ path: [[1, 2], [3]] })).toThrow('path[1] to be a point [x, y]')
    expect(refused({ path: [[1, Number.NaN]] })).toThrow('path[0][1]')
    expect(refused({ paths: { a: [[1, 2, 3]] } })).toThrow("paths['a'][0]")
    expect(refused({ arrows: [{ from: [1, 1] }] })).toThrow('either to (a point) or vector')
    expect(refused({ points: [{ at: [1, 1], nmae: 'a' }] })).toThrow('Did you mean `name`?')
    expect(refused({ levels: [1, Number.NaN] })).toThrow('levels[1]')
    expect(refused({ spacing: 'logarithmic' })).toThrow('unknown spacing')
    expect(() => contour(([x = 0]) => x, { ...area, spacing: 'log' })).toThrow("Use spacing: 'linear'")
    expect(() => contour({ x: [0, 1], y: [0, 1], z: [[1, 2]] })).toThrow(
      'a row for each of the 2 entries of y',
    )
    expect(() =>
      contour({
        x: [0, 0],
        y: [0, 1],
        z: [
          [1, 2],
          [1, 2],
        ],
      }),
    ).toThrow('the grid’s x to rise'.replace('’', "'"))
  })

  it('a flat function has no line and says so', () => {
    expect(contour(() => 3, area).layout.meta.summary).toContain('J is 3 everywhere')
  })
})
