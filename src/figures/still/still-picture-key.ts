import { escapeXml } from '../text/escape-xml.js'
import { colourAt, safeColour } from './still-picture-colour.js'
import { readGrid } from './still-picture-grid.js'
import { type Json, number, record, string, titleText } from './still-picture-json.js'
import { markers } from './still-picture-markers.js'
import type { Box } from './still-picture-panels.js'
import { markerLook } from './still-picture-scatter.js'
import { short, svgText, textWidth } from './still-picture-text.js'
import { decimal, niceStep } from './still-picture-ticks.js'
import { isGrid, type StillTrace } from './still-picture-trace.js'

/** Names of traces in rows of a given width: what stands in each, and where it begins. */
export function legendRows(
  traces: readonly StillTrace[],
  layout: Json,
  width: number,
): { trace: StillTrace; x: number }[][] {
  const named = traces.filter(
    ({ settings }) => settings['showlegend'] !== false && (string(settings['name']) ?? '') !== '',
  )
  const isShown = layout['showlegend'] ?? named.length > 1
  if (isShown !== true) return []
  const rows: { trace: StillTrace; x: number }[][] = []
  let x = 0
  const seen = new Set<string>()
  for (const trace of named.filter((each) => !isGrid(each))) {
    const group = string(trace.settings['legendgroup']) ?? ''
    if (group !== '' && seen.has(`${group} ${string(trace.settings['name'])}`)) continue
    seen.add(`${group} ${string(trace.settings['name'])}`)
    const needs = 30 + textWidth(string(trace.settings['name']) ?? '', 11.5) + 12
    if (rows.length === 0 || x + needs > width) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ trace, x })
    x += needs
  }
  return rows
}

/** The legend, its first row's middle at `top`. */
export function legendMarks(
  rows: readonly { trace: StillTrace; x: number }[][],
  left: number,
  top: number,
): string {
  return rows
    .flatMap((row, k) =>
      row.map(({ trace, x }) => {
        const [at, y] = [left + x, top + k * 17]
        return (
          sample(trace, at, y) +
          svgText(at + 30, y, string(trace.settings['name']) ?? '', { size: 11.5, valign: 'middle' })
        )
      }),
    )
    .join('')
}

function sample(trace: StillTrace, x: number, y: number): string {
  const { settings } = trace
  const look = markerLook(trace, 0)
  if (trace.type === 'bar') return markers([[x + 13, y]], { ...look, symbol: 'square', size: 11 })
  const mode = string(settings['mode']) ?? 'lines'
  const line = record(settings['line'])
  const colour = escapeXml(safeColour(line['color'], look.colour))
  const dash = string(line['dash'])
  const dashes =
    dash === undefined || dash === 'solid' ? '' : ` stroke-dasharray="${dash === 'dot' ? '2 3' : '6 4'}"`
  const stroke = mode.includes('lines')
    ? `<path d="M${short(x + 2)} ${short(y)}h22" stroke="${colour}" stroke-width="${short(Math.min(4, number(line['width']) ?? 2))}" fill="none"${dashes}/>`
    : ''
  return (
    stroke +
    (mode.includes('markers') ? markers([[x + 13, y]], { ...look, size: Math.min(look.size, 11) }) : '')
  )
}

/** The trace whose colours need explaining by a bar, if there is one. */
export function colourBarTrace(traces: readonly StillTrace[], layout: Json): StillTrace | undefined {
  return traces.find(({ settings, ...trace }) => {
    if (!isGrid({ settings, ...trace })) return false
    const shared = settings['coloraxis']
    if (shared !== undefined) return record(layout[string(shared) ?? ''])['showscale'] !== false
    if (record(settings['contours'])['coloring'] === 'none') return false
    return settings['showscale'] !== false
  })
}

/** What the colours mean: a bar of them with its least, middle and greatest value. */
export function colourBar(trace: StillTrace, layout: Json, box: Box): string {
  const shown = readGrid(trace, layout, 40)
  if (!(shown.hi > shown.lo)) return ''
  const steps = 16
  const height = Math.min(box.height, 220)
  const x = box.left + box.width + 14
  const cells = Array.from({ length: steps }, (_, k) => {
    const y = box.top + height * (1 - (k + 1) / steps)
    return `<path d="M${short(x)} ${short(y)}h10v${short(height / steps + 0.4)}h-10z" fill="${escapeXml(colourAt(shown.scale, (k + 0.5) / steps))}"/>`
  })
  const step = niceStep((shown.hi - shown.lo) / 50)
  const labels = [0, 0.5, 1].map((share) =>
    svgText(
      x + 14,
      box.top + height * (1 - share),
      decimal(Math.round((shown.lo + share * (shown.hi - shown.lo)) / step) * step, step),
      {
        size: 10,
        valign: share === 0 ? 'bottom' : share === 1 ? 'top' : 'middle',
      },
    ),
  )
  const colours =
    trace.settings['coloraxis'] === undefined
      ? trace.settings
      : record(layout[string(trace.settings['coloraxis']) ?? ''])
  const title = titleText(record(colours['colorbar'])['title'])
  const heading = title === '' ? '' : svgText(x, box.top + height + 13, title, { size: 10 })
  return cells.join('') + labels.join('') + heading
}
