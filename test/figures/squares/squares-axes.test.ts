import { describe, expect, it } from 'vitest'
import { squares } from '../../../src/figures/squares/squares.js'

const points = [
  { x: -1, y: -0.5 },
  { x: 0, y: 0.75 },
  { x: 1, y: 0.25 },
]
const line = { slope: 0.5, intercept: 0 }
const meanSquareOf = (figure: ReturnType<typeof squares>) =>
  figure.data.find((trace) => trace['name'] === 'mean of the squares: area J')

describe('squares(), its axes', () => {
  it('has equal axes unless a page wants to show what happens without', () => {
    expect(squares(points, line).layout['yaxis']).toMatchObject({ scaleanchor: 'x' })
    expect(squares(points, { ...line, equalAxes: false }).layout['yaxis']).not.toHaveProperty('scaleanchor')
  })

  it('keeps given ranges, and the mean square in their lower right corner', () => {
    const figure = squares(points, {
      ...line,
      x: { title: 'x', range: [-4, 6] },
      y: { title: 'y', range: [-3, 3] },
    })
    expect(figure.layout).toMatchObject({ xaxis: { range: [-4, 6] }, yaxis: { range: [-3, 3] } })
    const { x, y } = meanSquareOf(figure) as unknown as { x: number[]; y: number[] }
    expect(Math.max(...x)).toBeLessThan(6)
    expect(Math.max(...x)).toBeGreaterThan(5)
    expect(Math.min(...y)).toBeGreaterThan(-3)
  })

  it('throws for a range that is none', () => {
    expect(() => squares(points, { ...line, x: { title: 'x', range: [1, -1] } })).toThrow(
      'squares(points, options): expected x.range to run from low to high',
    )
  })

  it('takes a height', () => {
    expect(squares(points, { ...line, height: 300 }).layout.height).toBe(300)
  })
})
