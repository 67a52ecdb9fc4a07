import type { Trace } from '../base/figure.js'
import { rounded } from '../base/values.js'
import { translucent } from '../colour/palette.js'
import { thinned } from '../marks/thinned.js'
import type { CheckedSeries } from './curve-series.js'

/** The traces of one series: its band, when it has one, and its line or points. */
export function seriesTraces(series: CheckedSeries, index: number, hover: string): Trace[] {
  const { name, show, colour, dash, symbol } = series
  const { x, y } = show === 'line' ? thinned(series.x, series.y) : series
  const label = name === '' ? {} : { name, legendgroup: `series ${index}` }
  const mode = { line: 'lines', points: 'markers', both: 'lines+markers' }[show]
  return [
    ...bandTraces(series, index),
    {
      type: 'scatter',
      mode,
      ...label,
      x: x.map(roundedOrGap),
      y: y.map(roundedOrGap),
      ...(show === 'points' ? {} : { line: { color: colour, width: 2.2, dash } }),
      ...(show === 'line'
        ? {}
        : {
            marker: { color: colour, symbol, ...(x.length > 80 ? { size: 5.5, opacity: 0.7 } : { size: 7 }) },
          }),
      hovertemplate: `${hover}<extra>${name}</extra>`,
    },
  ]
}

/** The area between low and high: two lines without width, the second filled down to the first. */
function bandTraces({ x, low, high, colour }: CheckedSeries, index: number): Trace[] {
  if (low === undefined || high === undefined) return []
  const edge = (values: readonly number[]): Trace => ({
    type: 'scatter',
    mode: 'lines',
    showlegend: false,
    legendgroup: `series ${index}`,
    hoverinfo: 'skip',
    x: x.map(roundedOrGap),
    y: values.map(rounded),
    line: { width: 0, color: colour },
  })
  return [edge(low), { ...edge(high), fill: 'tonexty', fillcolor: translucent(colour, 0.18) }]
}

function roundedOrGap(value: number | null): number | null {
  return value === null ? null : rounded(value)
}
