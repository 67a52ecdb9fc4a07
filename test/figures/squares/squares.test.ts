import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { type SquaresOptions, squares } from '../../../src/figures/squares/squares.js'
import { common, placeSquares } from '../../../src/figures/squares/squares-sides.js'
import { describe } from '../../../src/figures/text/describe.js'
import { expectGolden } from '../../support/golden.js'

const points = [
  { x: 0, y: 1.5, name: 'first' },
  { x: 1, y: 1 },
  { x: 2, y: 4 },
  { x: 3.5, y: 2.5 },
]
const line = { slope: 1, intercept: 0.5 }
const closed = (figure: ReturnType<typeof squares>) =>
  figure.data
    .filter((trace) => trace['fill'] === 'toself')
    .map((trace) => [trace['x'], trace['y']] as [number[], number[]])

group('squares()', () => {
  it('is what it was', () => {
    expectGolden('squares', squares(points, { ...line, x: { title: 'length', unit: 'cm' } }))
  })

  it('draws real squares: as high as wide, on equal axes, as high as the error', () => {
    const figure = squares(points, line)
    const sides = closed(figure).map(([x, y]) => [
      Math.max(...x) - Math.min(...x),
      Math.max(...y) - Math.min(...y),
    ])
    for (const [width = 0, height = 1] of sides) expect(width).toBeCloseTo(height, 4)
    expect(sides.map(([width]) => width)).toEqual([
      1,
      0.5,
      1.5,
      1.5,
      expect.closeTo(Math.sqrt((1 + 0.25 + 2.25 + 2.25) / 4), 4),
    ])
    expect(figure.layout['yaxis']).toMatchObject({ scaleanchor: 'x' })
  })

  it('tells each area and their mean', () => {
    const summary = describe(squares(points, line))
    expect(summary).toContain('first, error −1, area 1; point 2, error 0.5, area 0.25')
    expect(summary).toContain('Their mean is J = 1.438.')
  })

  it('draws no mean when it shall not', () => {
    expect(closed(squares(points, { ...line, meanSquare: false }))).toHaveLength(4)
  })

  it('takes errors of 0 and a single point', () => {
    expect(describe(squares([{ x: 1, y: 1.5 }], line))).toContain('Their mean is J = 0.')
  })

  it('refuses points and lines that are none', () => {
    expect(() => squares([], line)).toThrow(
      'squares(points, options): expected points to be a list of { x, y }',
    )
    expect(() => squares([{ x: 1, y: Number.NaN }], line)).toThrow(
      'expected points[0].y to be a finite number, received NaN',
    )
    expect(() => squares(points, { slope: 1 } as SquaresOptions)).toThrow(
      'expected intercept to be a finite number',
    )
    expect(() => squares(points, { ...line, slop: 1 } as SquaresOptions)).toThrow('Did you mean `slope`?')
  })
})

group('placeSquares()', () => {
  const error = fc.record({
    x: fc.double({ min: 0, max: 4, noNaN: true }),
    y: fc.double({ min: 0, max: 4, noNaN: true }),
    fit: fc.double({ min: 0, max: 4, noNaN: true }),
  })
  const overlapOf = (placed: readonly { x: number; y: number; side: number }[]) =>
    placed.reduce((sum, a, i) => sum + placed.slice(0, i).reduce((own, b) => own + common(a, b), 0), 0)

  it('stands on the error, and overlaps no more than with all squares on one side', () => {
    fc.assert(
      fc.property(fc.array(error, { minLength: 1, maxLength: 8 }), (errors) => {
        const placed = placeSquares(errors)
        placed.forEach(({ x, y, side }, k) => {
          const { x: at = 0, y: from = 0, fit = 0 } = errors[k] ?? {}
          expect(side).toBe(Math.abs(from - fit))
          expect(y).toBe(Math.min(from, fit))
          expect([at, at - side]).toContain(x)
        })
        const right = errors.map(({ x, y, fit }) => ({ x, y: Math.min(y, fit), side: Math.abs(y - fit) }))
        expect(overlapOf(placed)).toBeLessThanOrEqual(overlapOf(right) + 1e-9)
      }),
    )
  })

  it('parts two squares that would lie on each other', () => {
    const placed = placeSquares([
      { x: 0, y: 0, fit: 1 },
      { x: 0.5, y: 0, fit: 1 },
    ])
    expect(overlapOf(placed)).toBe(0)
  })
})
