import { describe, expect, it } from 'vitest'
import { figure } from '../../../src/figures/base/figure.js'
import { theme, themeLayout } from '../../../src/figures/base/theme.js'
import { surface } from '../../../src/figures/contour/surface.js'
import { contrast } from '../../support/colour.js'

const flat = figure({
  title: 'A line',
  summary: 'A line from (0, 0) to (1, 1).',
  x: { title: 'x' },
  y: { title: 'y' },
  data: [
    { type: 'scatter', name: 'one', x: [0, 1], y: [0, 1] },
    { type: 'scatter', name: 'two', x: [0, 1], y: [1, 0] },
  ],
  annotations: [
    { text: 'here', x: 0, y: 0 },
    { text: 'red', x: 1, y: 1, arrowcolor: '#ff0000' },
  ],
  shapes: [{ type: 'line', x0: 0, x1: 1, y0: 0, y1: 1, line: { color: theme.neutral } }],
})

describe('theme', () => {
  it('the neutral colour has a contrast of 4 on white and on #111', () => {
    expect(contrast(theme.neutral, '#ffffff')).toBeGreaterThanOrEqual(4)
    expect(contrast(theme.neutral, '#111111')).toBeGreaterThanOrEqual(4)
  })
})

describe('themeLayout()', () => {
  it.each([
    ['light', '#ffffff'],
    ['dark', '#111111'],
  ] as const)('gives %s pages texts of contrast 7 or more', (mode, page) => {
    expect(contrast(themeLayout(mode, flat.layout)['font.color'] ?? '', page)).toBeGreaterThanOrEqual(7)
  })

  it('names the axes, the legend and the neutral marks that the layout has, and nothing else', () => {
    const patch = themeLayout('dark', flat.layout)
    expect(Object.keys(patch)).toEqual(
      expect.arrayContaining([
        'xaxis.color',
        'yaxis.gridcolor',
        'legend.font.color',
        'annotations[0].arrowcolor',
      ]),
    )
    expect(patch).toHaveProperty(['shapes[0].line.color'])
    expect(patch).not.toHaveProperty(['annotations[1].arrowcolor'])
    expect(Object.keys(patch).filter((key) => /axis2|scene/.test(key))).toEqual([])
  })

  it('reaches the axes of a scene', () => {
    const bowl = surface(([x = 0, y = 0]) => x * x + y * y, { x: [-1, 1], y: [-1, 1], steps: 4 })
    expect(themeLayout('light', bowl.layout)).toMatchObject({ 'scene.zaxis.color': '#24292f' })
  })

  it('changes nothing', () => {
    const before = JSON.stringify(flat)
    themeLayout('dark', flat.layout)
    expect(JSON.stringify(flat)).toBe(before)
  })
})
