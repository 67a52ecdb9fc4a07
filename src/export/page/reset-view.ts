import { isJson, type Json, type Plotly, type PlotlyFigure } from './plotly.js'

/** Where Plotly looks from when a figure does not say. */
const usualCamera = {
  eye: { x: 1.25, y: 1.25, z: 1.25 },
  center: { x: 0, y: 0, z: 0 },
  up: { x: 0, y: 0, z: 1 },
}

/** The changes that bring a zoomed or turned figure back, as `Plotly.relayout` takes them. */
export function firstView(layout: Json): Json {
  const changes: Json = {}
  for (const [key, value] of Object.entries(layout)) {
    if (!isJson(value)) continue
    if (/^[xy]axis\d*$/.test(key)) {
      if (Array.isArray(value['range'])) changes[`${key}.range`] = [...value['range']]
      else changes[`${key}.autorange`] = value['autorange'] ?? true
    }
    if (/^scene\d*$/.test(key)) changes[`${key}.camera`] = value['camera'] ?? usualCamera
  }
  return changes
}

/** A button that appears when the view was changed, for those who use no mouse to double-click. */
export function resetButton(
  plotly: Plotly,
  plot: HTMLElement,
  figure: PlotlyFigure,
  place: Element | null,
): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'reset'
  button.textContent = 'Reset view'
  button.hidden = true
  button.addEventListener('click', async () => {
    await plotly.relayout(plot, firstView(figure.layout))
    button.hidden = true
  })
  // Plotly puts `on` on the element that it draws in.
  const events = plot as HTMLElement & { on?(name: string, listener: (changes: Json) => void): void }
  events.on?.('plotly_relayout', (changes) => {
    const moved = Object.keys(changes).filter((key) => /\.(?:range|camera)/.test(key))
    const reset = Object.keys(changes).some((key) => key.endsWith('.autorange'))
    if (moved.length > 0 || reset) button.hidden = reset
  })
  place?.append(button)
}
