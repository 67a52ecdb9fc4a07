import { expect, test } from 'vitest'
import { chartHeight } from '../../../src/export/chart-size.js'
import { withChanges } from '../../../src/export/live-chart/chart-theme.js'
import { prepareFigure } from '../../../src/export/live-chart/prepare-figure.js'
import { firstView } from '../../../src/export/live-chart/reset-view.js'
import { theme } from '../../../src/figures/index.js'
import { contourFigure, surfaceFigure } from '../fixture/figures.js'

const light = { mode: 'light', width: 800, height: 400, touch: false } as const

test('changes reach into axes, short titles and lists, and leave the figure as it was', () => {
  const layout = { xaxis: { title: 'x' }, annotations: [{ text: 'a' }, { text: 'b' }] }
  const changed = withChanges(layout, {
    'font.color': '#111',
    'xaxis.title.font.color': '#222',
    'annotations[1].font.color': '#333',
  })
  expect(changed).toEqual({
    font: { color: '#111' },
    xaxis: { title: { text: 'x', font: { color: '#222' } } },
    annotations: [{ text: 'a' }, { text: 'b', font: { color: '#333' } }],
  })
  expect(layout).toEqual({ xaxis: { title: 'x' }, annotations: [{ text: 'a' }, { text: 'b' }] })
})

test('texts of a chart take the strength of the page, light and dark', () => {
  for (const mode of ['light', 'dark'] as const) {
    const { layout } = prepareFigure(contourFigure, { ...light, mode })
    const colours = [layout['font'], layout['hoverlabel']].map((part) => JSON.stringify(part))
    expect(colours.join()).not.toContain(theme.neutral)
    expect(layout).toMatchObject({
      annotations: [{ arrowcolor: expect.not.stringContaining(theme.neutral) }],
    })
  }
})

test('the title stands outside, and its room goes to the plot', () => {
  const { layout, config } = prepareFigure(contourFigure, light)
  expect(layout['title']).toBeUndefined()
  expect(layout['height']).toBeUndefined()
  expect(layout['margin']).toMatchObject({ t: 8 })
  expect(config).toMatchObject({ displayModeBar: false, scrollZoom: false })
})

test('the title of an upright axis is broken where the plot is too low for it', () => {
  const layout = { ...contourFigure.layout, yaxis: { title: { text: 'body mass y (standardised)' } } }
  const titleAt = (height: number) =>
    prepareFigure({ ...contourFigure, layout }, { ...light, height }).layout['yaxis']
  expect(titleAt(400)).toMatchObject({ title: { text: 'body mass y (standardised)' } })
  expect(titleAt(260)).toMatchObject({ title: { text: 'body mass y<br>(standardised)' } })
})

test('a slider stands outside too, and its room is given back', () => {
  const layout = { ...contourFigure.layout, margin: { t: 49, b: 150 }, sliders: [{ steps: [] }] }
  const prepared = prepareFigure({ ...contourFigure, layout }, light).layout
  expect(prepared['sliders']).toBeUndefined()
  expect(prepared['margin']).toMatchObject({ b: 56 })
  const figure = { ...contourFigure, layout: { ...layout, height: 500 } }
  const without = { ...figure, layout: { ...figure.layout, sliders: [] } }
  expect(chartHeight(without) - chartHeight(figure)).toBe(94)
})

test('a finger can scroll past a flat chart and still turn a surface', () => {
  const touch = { ...light, touch: true }
  expect(prepareFigure(contourFigure, touch).layout['dragmode']).toBe(false)
  expect(prepareFigure(surfaceFigure, touch).layout['dragmode']).toBeUndefined()
})

test('the first view is each axis as the figure set it, and each scene from where it was seen', () => {
  expect(
    firstView({
      xaxis: { range: [0, 1] },
      yaxis: { autorange: 'reversed' },
      xaxis2: {},
      title: { text: 'x' },
    }),
  ).toEqual({ 'xaxis.range': [0, 1], 'yaxis.autorange': 'reversed', 'xaxis2.autorange': true })
  expect(firstView({ scene: { camera: { eye: { x: 2 } } } })).toEqual({ 'scene.camera': { eye: { x: 2 } } })
})
