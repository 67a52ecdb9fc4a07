import type { Plotly } from './plotly.js'

const loading = new Map<string, Promise<Plotly>>()

/** Loads the library from its address, once, when the first chart wants it, unless it is there; anew after a failure. */
export function loadPlotly(address: string): Promise<Plotly> {
  if (window.Plotly !== undefined) return Promise.resolve(window.Plotly)
  const known = loading.get(address)
  if (known !== undefined) return known
  const promise = new Promise<Plotly>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () =>
      window.Plotly === undefined
        ? reject(new Error(`${address} did not set window.Plotly.`))
        : resolve(window.Plotly)
    script.onerror = () => reject(new Error(`${address} could not be loaded.`))
    document.head.append(script)
  })
  loading.set(address, promise)
  promise.catch(() => loading.delete(address))
  return promise
}
