import { type ChartPage, figureIn, LiveChart } from '../live-chart/live-chart.js'
import { loadPlotly } from '../live-chart/load-plotly.js'
import { theme } from './theme.js'

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
 * The address of this script, beside which the library is; that of the page where the script stands in the page itself.
 * `currentScript` is known only while the script runs.
 */
const here =
  (document.currentScript instanceof HTMLScriptElement && document.currentScript.src) || document.baseURI

const page: ChartPage = {
  mode: theme,
  load: () => loadPlotly(new URL('plotly.min.js', here).href),
}

/**
 * Brings the page's charts to life: each is drawn when it comes near the window, or at once with `?all` in the
 * address. Until then, and where it cannot be drawn, its still picture stands in its place.
 */
export function liveCharts(): Charts {
  const charts = [...document.querySelectorAll<HTMLElement>('figure.chart')]
    .map(chartOf)
    .filter((chart) => chart !== undefined)
  const byPlot = new Map<Element, LiveChart>(charts.map((chart) => [chart.plot, chart]))
  let last: Promise<void> = Promise.resolve()
  /** One after the other, with room between them for the reader's scrolling. */
  const queue = (chart: LiveChart) => {
    if (chart.state !== 'waiting') return
    chart.state = 'drawing'
    last = last.then(() => chart.draw()).then(() => new Promise((resolve) => setTimeout(resolve)))
  }
  const drawAll = () => {
    for (const chart of charts) queue(chart)
    return last.then(() => {
      document.documentElement.dataset['charts'] = 'all'
    })
  }

  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) byPlot.get(target)?.resize()
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
      for (const chart of charts) chart.recolour()
    },
    drawAll,
    fit(to) {
      for (const chart of charts) {
        const { plot } = chart
        const width = Math.min(plot.clientWidth, plot.closest('.row') === null ? sheet : sheet / 2 - 10)
        chart.fit(to === 'paper' ? { width, height: plot.clientHeight } : 'place')
      }
    },
  }
}

function chartOf(place: HTMLElement): LiveChart | undefined {
  const figure = figureIn(place)
  return figure === undefined ? undefined : new LiveChart(place, figure, page)
}
