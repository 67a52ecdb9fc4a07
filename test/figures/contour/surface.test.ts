import { describe, expect, it } from 'vitest'
import { type SurfaceOptions, surface } from '../../../src/figures/contour/surface.js'
import { expectGolden } from '../../support/golden.js'

const bowl = ([x = 0, y = 0]: readonly number[]) => (x - 1) ** 2 + 2 * (y + 1) ** 2
const area = { x: [-3, 5], y: [-4, 2], steps: 8 }

describe('surface()', () => {
  it('draws a surface with a path and points on it', () => {
    expectGolden(
      'surface',
      surface(bowl, {
        ...area,
        path: [
          [4, 1],
          [2.8, -0.4],
          [2, -0.8],
        ],
        points: [{ at: [1, -1], name: 'minimum' }],
      }),
    )
  })

  it('lays a path a little above the surface, and leaves out what is outside', () => {
    const path = surface(bowl, {
      ...area,
      path: [
        [4, 1],
        [9, 9],
      ],
    }).data[1]
    expect(path?.['x']).toEqual([4, null])
    const z = path?.['z']
    expect(Array.isArray(z) ? z[0] : 0).toBeGreaterThan(bowl([4, 1]))
  })

  it('says in words what it shows', () => {
    const { summary } = surface(bowl, {
      ...area,
      path: [
        [4, 1],
        [2, -1],
      ],
    }).layout.meta
    expect(summary).toContain('J as a surface over θ₁ from −3 to 5 and θ₂ from −4 to 2.')
    expect(summary).toContain('lowest near (1, −1), at 0')
    expect(summary).toContain('The path goes in 1 step from (4, 1), where J = 17, to (2, −1), where J = 1.')
  })

  it('keeps the proportions of the ground', () => {
    const { layout } = surface(bowl, { x: [0, 4], y: [0, 2], steps: 4 })
    expect(layout).toMatchObject({ scene: { aspectmode: 'manual', aspectratio: { x: 1.15, y: 0.575 } } })
  })

  it('refuses what is wrong', () => {
    const grid = {
      x: [0, 1],
      y: [0, 1],
      z: [
        [1, 2],
        [3, 4],
      ],
    }
    expect(() => surface(grid, { path: [[0, 0]] })).toThrow('Give the function itself')
    expect(() => surface(bowl, { ...area, levels: [1] } as SurfaceOptions)).toThrow('unknown option `levels`')
    expect(() => surface(bowl, { ...area, points: [[1, Number.NaN]] })).toThrow('points[0][1]')
    expect(() => surface(bowl, { ...area, steps: 0 })).toThrow('steps')
  })
})
