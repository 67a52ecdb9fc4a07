/** What the page's script uses of Plotly, which a classic script sets as `window.Plotly`. */
export interface Plotly {
  newPlot(element: HTMLElement, figure: PlotlyFigure): Promise<unknown>
  relayout(element: HTMLElement, changes: Record<string, unknown>): Promise<unknown>
  restyle(
    element: HTMLElement,
    changes: Record<string, unknown>,
    traces?: readonly number[],
  ): Promise<unknown>
  update(element: HTMLElement, ...changes: readonly unknown[]): Promise<unknown>
  animate(element: HTMLElement, frames: unknown, options?: unknown): Promise<unknown>
  readonly Plots: { resize(element: HTMLElement): Promise<unknown> }
}

export type Json = Record<string, unknown>

export interface PlotlyFigure {
  readonly data: readonly Json[]
  readonly layout: Json
  readonly config?: Json
  readonly frames?: readonly unknown[]
}

declare global {
  interface Window {
    Plotly?: Plotly
  }
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The folder of this script; `currentScript` is known only while the script itself runs. */
const folder = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

let loading: Promise<Plotly> | undefined

/** Loads the library beside this script, once, when the first chart wants it. */
export function loadPlotly(): Promise<Plotly> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = new URL('plotly.min.js', folder).href
    script.onload = () =>
      window.Plotly === undefined
        ? reject(new Error('plotly.min.js did not set window.Plotly.'))
        : resolve(window.Plotly)
    script.onerror = () => reject(new Error('assets/plotly.min.js could not be loaded.'))
    document.head.append(script)
  })
  return loading
}
