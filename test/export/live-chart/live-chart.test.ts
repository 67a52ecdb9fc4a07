import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LiveChart } from '../../../src/export/live-chart/live-chart.js'
import type { Plotly } from '../../../src/export/live-chart/plotly.js'
import type { ThemeMode } from '../../../src/figures/base/theme.js'

/** A place as LiveChart uses it; there is no page here. */
const plot = { clientWidth: 400, clientHeight: 300, childNodes: [], replaceChildren: () => undefined }
const place = { dataset: {}, querySelector: (selector: string) => (selector === '.plot' ? plot : null) }
let frames: (() => void)[]

beforeEach(() => {
  frames = []
  plot.clientWidth = 400
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('document', { createElement: () => ({ addEventListener: () => undefined }) })
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
})
afterEach(() => vi.unstubAllGlobals())

const nextFrame = () => {
  for (const frame of frames.splice(0)) frame()
}

async function drawn(themes: readonly [ThemeMode, ...ThemeMode[]] = ['dark']) {
  let [theme] = themes
  const relayout = vi.fn()
  const resize = vi.fn()
  const newPlot = async () => {
    theme = themes.at(-1) ?? theme
  }
  const plotly = { newPlot, relayout, Plots: { resize } } as unknown as Plotly
  const figure = { data: [], layout: { xaxis: {} } }
  const chart = new LiveChart(place as unknown as HTMLElement, figure, {
    mode: () => theme,
    load: () => Promise.resolve(plotly),
  })
  await chart.draw()
  return { chart, relayout, resize }
}

it('takes the colours of the theme', async () => {
  const { chart, relayout } = await drawn()
  chart.recolour()
  expect(relayout).toHaveBeenCalledOnce()
})

it('takes them a frame later where the page is hidden while themes change, so that it keeps its size', async () => {
  const { chart, relayout } = await drawn()
  plot.clientWidth = 0
  chart.recolour()
  nextFrame()
  expect(relayout).not.toHaveBeenCalled()
  plot.clientWidth = 400
  nextFrame()
  expect(relayout).toHaveBeenCalledOnce()
})

it('takes them when it is shown again, in a place that stays hidden', async () => {
  const { chart, relayout, resize } = await drawn()
  plot.clientWidth = 0
  chart.recolour()
  for (let k = 0; k < 5; k++) nextFrame()
  chart.resize()
  expect(relayout).not.toHaveBeenCalled()
  plot.clientWidth = 300
  chart.resize()
  chart.resize()
  expect(relayout).toHaveBeenCalledOnce()
  expect(resize).toHaveBeenCalledTimes(2)
})

it('takes those of a theme that changes while it is drawn', async () => {
  const { relayout } = await drawn(['light', 'dark'])
  expect(relayout).toHaveBeenCalledOnce()
  const { relayout: unchanged } = await drawn(['light', 'light'])
  expect(unchanged).not.toHaveBeenCalled()
})
