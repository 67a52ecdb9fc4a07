import { chartPlace } from '../../../export/chart.js'
import { type ChartPage, LiveChart } from '../../../export/live-chart/live-chart.js'
import type { PlotlyFigure } from '../../../export/live-chart/plotly.js'
import { figureOf, textOf } from '../../../export/mime-bundle.js'
import type { MimeBundle } from '../../../jupyter/notebook/notebook.js'
import { keepView, keptView } from './chart-views.js'
import { downloadButtons } from './download.js'
import { onThemeChange, themeMode } from './theme-mode.js'

/** How far from the window's edge a chart is drawn ahead. */
const ahead = '600px 0px'

const page: ChartPage = {
  mode: themeMode,
  load: async () => (await import('plotly.js-dist')).default,
}

let count = 0

/**
 * A chart in an element: its still picture at once, the live one when it comes near the window. It follows its
 * place's size and the page's theme.
 */
export class ChartView {
  readonly #chart: LiveChart | undefined
  readonly #figure: PlotlyFigure | undefined
  #place: string | undefined
  #isAttached = false
  #undo: (() => void)[] = []

  constructor(node: HTMLElement, bundle: MimeBundle) {
    const figure = figureOf(bundle)
    const plain = textOf(bundle, 'text/plain')
    if (figure === undefined) {
      const note = document.createElement('pre')
      note.textContent = plain ?? 'This output says that it is a Plotly figure, and holds none.'
      node.replaceChildren(note)
      return
    }
    count += 1
    node.innerHTML = chartPlace(figure, plain, `chart-${count}`)
    const place = node.querySelector<HTMLElement>('figure.chart')
    if (place === null) return
    this.#figure = figure
    this.#chart = new LiveChart(place, figure, page)
    place.querySelector('.more')?.append(downloadButtons(this.#chart))
  }

  /** Begins to look whether the chart is near the window. @param place its place in the notebook */
  attach(place: string | undefined): void {
    const chart = this.#chart
    if (chart === undefined || this.#isAttached) return
    this.#isAttached = true
    this.#place = place
    if (place !== undefined && this.#figure !== undefined) chart.view = keptView(place, this.#figure)
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        near.disconnect()
        if (chart.state === 'waiting') void chart.draw()
      },
      { rootMargin: ahead },
    )
    near.observe(chart.plot)
    const sizes = new ResizeObserver(() => chart.resize())
    sizes.observe(chart.plot)
    this.#undo = [() => near.disconnect(), () => sizes.disconnect(), onThemeChange(() => chart.recolour())]
  }

  dispose(): void {
    for (const undo of this.#undo) undo()
    if (this.#place !== undefined && this.#figure !== undefined)
      keepView(this.#place, this.#figure, this.#chart?.view)
    this.#chart?.dispose()
  }
}
