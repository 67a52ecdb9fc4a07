import type { Plotly } from './plotly.js'

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
