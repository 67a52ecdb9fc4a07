import { themeChanges } from './chart-theme.js'
import { addControls } from './controls.js'
import { loadPlotly } from './load-plotly.js'
import { numbersOnDemand } from './numbers-view.js'
import { isJson, type PlotlyFigure } from './plotly.js'
import { prepareFigure, type Surroundings } from './prepare-figure.js'
import { resetButton } from './reset-view.js'
import { theme } from './theme.js'

/** A chart of the page. */
interface Chart {
  readonly place: HTMLElement
  readonly plot: HTMLElement
  readonly figure: PlotlyFigure
  state: 'waiting' | 'drawing' | 'drawn' | 'failed'
}

/** How far from the window's edge a chart is drawn ahead. */
const ahead = '900px 0px'

/** What a sheet of A4 or Letter has room for, in CSS pixels. */
const sheet = 640

/** What the page's script asks of the charts. */
export interface Charts {
  /** Fits the drawn charts to the page's colours. */
  recolour(): void
  /** Draws all that are not drawn yet. */
  drawAll(): Promise<void>
  /** Makes the drawn charts fit a sheet of paper, or the window again. */
  fit(to: 'paper' | 'window'): void
}

/**
 * Brings the page's charts to life: each is drawn when it comes near the window, or at once with `?all` in the
 * address. Until then, and where it cannot be drawn, its still picture stands in its place.
 */
export function liveCharts(): Charts {
  const charts = [...document.querySelectorAll<HTMLElement>('figure.chart')]
    .map(chartOf)
    .filter((chart) => chart !== undefined)
  const byPlot = new Map<Element, Chart>(charts.map((chart) => [chart.plot, chart]))
  let last: Promise<void> = Promise.resolve()
  /** One after the other, with room between them for the reader's scrolling. */
  const queue = (chart: Chart) => {
    if (chart.state !== 'waiting') return
    chart.state = 'drawing'
    last = last.then(() => draw(chart)).then(() => new Promise((resolve) => setTimeout(resolve)))
  }
  const drawAll = () => {
    for (const chart of charts) queue(chart)
    return last.then(() => {
      document.documentElement.dataset['charts'] = 'all'
    })
  }

  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const chart = byPlot.get(target)
      if (chart?.state === 'drawn' && chart.plot.clientWidth > 0) void window.Plotly?.Plots.resize(chart.plot)
    }
  })
  for (const { plot } of charts) sizes.observe(plot)

  if (new URLSearchParams(location.search).has('all')) {
    void drawAll()
  } else {
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const chart = isIntersecting ? byPlot.get(target) : undefined
          if (chart === undefined) continue
          near.unobserve(target)
          queue(chart)
        }
      },
      { rootMargin: ahead },
    )
    for (const { plot } of charts) near.observe(plot)
  }
  return {
    recolour() {
      const mode = theme()
      for (const { state, plot, figure } of charts) {
        if (state === 'drawn') void window.Plotly?.relayout(plot, themeChanges(mode, figure.layout))
      }
    },
    drawAll,
    fit(to) {
      for (const { state, plot } of charts) {
        if (state !== 'drawn') continue
        const width = Math.min(plot.clientWidth, plot.closest('.row') === null ? sheet : sheet / 2 - 10)
        const size =
          to === 'paper'
            ? { width, height: plot.clientHeight }
            : { width: null, height: null, autosize: true }
        void window.Plotly?.relayout(plot, size)
      }
    },
  }
}

function chartOf(place: HTMLElement): Chart | undefined {
  const plot = place.querySelector<HTMLElement>('.plot')
  const json: unknown = JSON.parse(
    place.querySelector('script[type="application/json"]')?.textContent ?? 'null',
  )
  if (plot === null || !isJson(json) || !Array.isArray(json['data']) || !isJson(json['layout']))
    return undefined
  // The exporter wrote this JSON, and has looked that data and layout are what they have to be.
  const figure = json as unknown as PlotlyFigure
  const numbers = place.querySelector<HTMLDetailsElement>('details.numbers')
  if (numbers !== null) numbersOnDemand(numbers, figure)
  return { place, plot, figure, state: 'waiting' }
}

async function draw(chart: Chart): Promise<void> {
  const { place, plot, figure } = chart
  const still = [...plot.childNodes]
  try {
    const plotly = await loadPlotly()
    plot.replaceChildren()
    await plotly.newPlot(plot, prepareFigure(figure, surroundings(plot)))
    chart.state = 'drawn'
    place.dataset['state'] = 'drawn'
    const controls = place.querySelector<HTMLElement>('.controls')
    if (controls !== null) addControls(plotly, plot, figure.layout, controls)
    resetButton(plotly, plot, figure, place.querySelector('.more'))
  } catch (reason) {
    chart.state = 'failed'
    place.dataset['state'] = 'failed'
    plot.replaceChildren(...still)
    const note = document.createElement('p')
    note.className = 'note'
    note.textContent = `The live chart could not be drawn, so a still picture stands here. ${reason instanceof Error ? reason.message : ''}`
    plot.after(note)
  }
}

function surroundings(plot: HTMLElement): Surroundings {
  return { mode: theme(), width: plot.clientWidth, touch: matchMedia('(pointer: coarse)').matches }
}
