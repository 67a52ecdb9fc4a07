import type { JsonRecord } from './json.js'
import { theme } from './theme.js'

/** Two names need a legend; one is what the title says. */
export function defaultLegend(data: readonly JsonRecord[]): 'below' | 'none' {
  const named = data.filter((trace) => trace['name'] !== undefined && trace['showlegend'] !== false)
  return named.length >= 2 ? 'below' : 'none'
}

/** The legend's layout: beside the plot, where it never covers data. */
export function legendLayout(place: 'below' | 'right'): JsonRecord {
  const shared = {
    bgcolor: theme.transparent,
    font: { color: theme.neutral },
    itemsizing: 'trace',
    itemwidth: 36,
    tracegroupgap: 0,
  }
  return place === 'right'
    ? { ...shared, x: 1.02, xanchor: 'left', y: 1, yanchor: 'top' }
    : { ...shared, orientation: 'h', x: 0, xanchor: 'left', y: 0, yref: 'container', yanchor: 'bottom' }
}
