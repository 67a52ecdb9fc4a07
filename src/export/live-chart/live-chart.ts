import type { ThemeMode } from '../../figures/base/theme.js'
import { themeChanges, withChanges } from './chart-theme.js'
import { addControls } from './controls.js'
import { numbersOnDemand } from './numbers-view.js'
import { isJson, type Json, type Plotly, type PlotlyFigure } from './plotly.js'
import { prepareFigure } from './prepare-figure.js'
import { firstView, isViewChange, movedView } from './reset-view.js'

/** What a chart asks of the page that it stands on. */
export interface ChartPage {
  mode(): ThemeMode
  load(): Promise<Plotly>
}

/**
 * A chart of a page, brought to life in the place that `chart` of this room made for it: its still picture stands
 * until the live one is drawn, and stays where that cannot be drawn.
 */
export class LiveChart {
  /** What the chart is drawn in. */
  readonly plot: HTMLElement
  state: 'waiting' | 'drawing' | 'drawn' | 'failed' = 'waiting'
  /** How the view was moved: changes as `Plotly.relayout` takes them. Undefined where it is the figure's own. */
  view: Json | undefined
  #plotly: Plotly | undefined
  /** Whether its colours are those of another theme. */
  #isStale = false

  /** @throws TypeError if the place has no room for a plot */
  constructor(
    readonly place: HTMLElement,
    readonly figure: PlotlyFigure,
    private readonly page: ChartPage,
  ) {
    const plot = place.querySelector<HTMLElement>('.plot')
    if (plot === null) throw new TypeError('LiveChart: the place has no element of class plot.')
    this.plot = plot
    const numbers = place.querySelector<HTMLDetailsElement>('details.numbers')
    if (numbers !== null) numbersOnDemand(numbers, figure)
  }

  async draw(): Promise<void> {
    const { plot, place, figure, page } = this
    const still = [...plot.childNodes]
    this.state = 'drawing'
    try {
      const plotly = await page.load()
      plot.replaceChildren()
      const surroundings = {
        mode: page.mode(),
        width: plot.clientWidth,
        height: plot.clientHeight,
        touch: matchMedia('(pointer: coarse)').matches,
      }
      const prepared = prepareFigure(figure, surroundings)
      const layout = withChanges(prepared.layout, this.view ?? {})
      await plotly.newPlot(plot, { ...prepared, layout })
      this.#plotly = plotly
      this.state = 'drawn'
      place.dataset['state'] = 'drawn'
      const controls = place.querySelector<HTMLElement>('.controls')
      if (controls !== null) addControls(plotly, plot, figure.layout, controls)
      this.#followView(plotly, prepared.layout)
      if (page.mode() !== surroundings.mode) this.recolour()
    } catch (reason) {
      this.state = 'failed'
      place.dataset['state'] = 'failed'
      plot.replaceChildren(...still)
      plot.after(failure(reason))
    }
  }

  /** Takes the page's colours, when they have changed. @param frames for how many more to wait while it is hidden */
  recolour(frames = 2): void {
    if (this.state !== 'drawn') return
    // Whatever Plotly changes it fits to the place anew, and JupyterLab hides the page while it changes themes: the
    // chart would become as wide as it may be.
    this.#isStale = this.plot.clientWidth === 0
    if (!this.#isStale)
      void this.#plotly?.relayout(this.plot, themeChanges(this.page.mode(), this.figure.layout))
    else if (frames > 0) requestAnimationFrame(() => this.#isStale && this.recolour(frames - 1))
  }

  /** Fits the place, when its size has changed. */
  resize(): void {
    if (this.state !== 'drawn' || this.plot.clientWidth === 0) return
    if (this.#isStale) this.recolour()
    void this.#plotly?.Plots.resize(this.plot)
  }

  /** Makes the plot as large as said, or as large as its place again. */
  fit(size: { readonly width: number; readonly height: number } | 'place'): void {
    if (this.state !== 'drawn') return
    const changes = size === 'place' ? { width: null, height: null, autosize: true } : { ...size }
    void this.#plotly?.relayout(this.plot, changes)
  }

  /** The chart as a picture, as it is seen now but on white and with its title: a data URL. */
  async picture(format: 'png' | 'svg'): Promise<string> {
    const plotly = this.#plotly ?? (await this.page.load())
    // Plotly keeps what it shows on the element that it draws in: a slider may have changed the data.
    const { data = this.figure.data } = this.plot as HTMLElement & { data?: PlotlyFigure['data'] }
    const own = this.figure.layout
    const width = this.plot.clientWidth || 700
    const height = typeof own['height'] === 'number' ? own['height'] : 450
    const paper = { paper_bgcolor: '#ffffff', width, height }
    const layout = withChanges(own, { ...themeChanges('light', own), ...this.view, ...paper })
    for (const key of ['sliders', 'updatemenus']) delete layout[key]
    return plotly.toImage({ data, layout }, { format, width, height, scale: format === 'png' ? 2 : 1 })
  }

  /** Frees what the library holds. The still picture is not put back. */
  dispose(): void {
    if (this.state === 'drawn') this.#plotly?.purge(this.plot)
    this.state = 'waiting'
  }

  /** Keeps `view`, with a button that takes it back for those who use no mouse to double-click. */
  #followView(plotly: Plotly, own: Json): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'reset'
    button.textContent = 'Reset view'
    button.hidden = this.view === undefined
    button.addEventListener('click', () => void plotly.relayout(this.plot, firstView(own)))
    this.place.querySelector('.more')?.append(button)
    // Plotly puts `on` and its own `layout` on the element that it draws in.
    const drawn = this.plot as HTMLElement & {
      on?(name: string, listener: (changes: Json) => void): void
      layout?: Json
    }
    const first = structuredClone(this.view === undefined ? (drawn.layout ?? own) : own)
    drawn.on?.('plotly_relayout', (changes) => {
      if (!isViewChange(changes)) return
      const isReset = Object.keys(changes).some((key) => key.endsWith('.autorange') && changes[key] !== false)
      this.view = isReset ? undefined : movedView(drawn.layout ?? {}, first)
      button.hidden = this.view === undefined
    })
  }
}

/** The figure of a place that `chart` of this room made: its own JSON. */
export function figureIn(place: HTMLElement): PlotlyFigure | undefined {
  const text = place.querySelector('script[type="application/json"]')?.textContent ?? 'null'
  const json: unknown = JSON.parse(text)
  if (!isJson(json) || !Array.isArray(json['data']) || !isJson(json['layout'])) return undefined
  // The exporter wrote this JSON, and has looked that data and layout are what they have to be.
  return json as unknown as PlotlyFigure
}

function failure(reason: unknown): HTMLElement {
  const note = document.createElement('p')
  note.className = 'note'
  note.textContent = `The live chart could not be drawn, so a still picture stands here. ${reason instanceof Error ? reason.message : ''}`
  return note
}
