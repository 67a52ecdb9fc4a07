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
  toImage(figure: PlotlyFigure, options: PictureOptions): Promise<string>
  purge(element: HTMLElement): void
  readonly Plots: { resize(element: HTMLElement): Promise<unknown> }
}

export interface PictureOptions {
  readonly format: 'png' | 'svg'
  readonly width: number
  readonly height: number
  /** Pixels of the picture for a pixel of the page. */
  readonly scale: number
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
