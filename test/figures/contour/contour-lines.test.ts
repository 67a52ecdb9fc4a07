import { describe, expect, it } from 'vitest'
import { gridOf } from '../../../src/figures/contour/contour-grid.js'
import { contourLines } from '../../../src/figures/contour/contour-lines.js'

const linesOf = (f: (p: readonly number[]) => number, level: number, steps = 20) =>
  contourLines(gridOf('test', f, [-2, 2], [-2, 2], steps), level, f)

describe('contourLines()', () => {
  it('a circle is one closed line of the right length', () => {
    const [circle = [], ...others] = linesOf(([x = 0, y = 0]) => Math.hypot(x, y), 1.5, 40)
    expect(others).toEqual([])
    expect(circle[0]).toBe(circle.at(-1))
    const length = circle.reduce((sum, [x, y], k) => {
      const [px, py] = circle[k - 1] ?? [x, y]
      return sum + Math.hypot(x - px, y - py)
    }, 0)
    expect(length).toBeCloseTo(2 * Math.PI * 1.5, 1)
  })

  it('a line that leaves the picture is open', () => {
    const [line = [], ...others] = linesOf(([x = 0, y = 0]) => x + y / 3, 0.1)
    expect(others).toEqual([])
    expect(line[0]).not.toBe(line.at(-1))
  })

  it('two valleys are two closed lines', () => {
    const lines = linesOf(([x = 0, y = 0]) => (x * x - 1) ** 2 + y * y, 0.3, 40)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line[0]).toBe(line.at(-1))
  })

  it('at the height of a saddle the lines cross', () => {
    // The saddle is in the middle of a cell.
    const lines = linesOf(([x = 0, y = 0]) => (x - 0.1) * (y - 0.1), 0, 20)
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      const xs = new Set(line.map(([x]) => x.toFixed(6)))
      const ys = new Set(line.map(([, y]) => y.toFixed(6)))
      expect(Math.min(xs.size, ys.size)).toBe(1)
    }
  })

  it('where the level is nowhere there is no line', () => {
    expect(linesOf(([x = 0]) => x, 7)).toEqual([])
  })
})
