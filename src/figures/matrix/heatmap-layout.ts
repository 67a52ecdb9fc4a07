import { shapeOf } from '../../math/shape-of.js'
import { axisLayout } from '../base/axis.js'
import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { inkOn, inks } from '../colour/ink.js'
import type { Arrangement, PlacedPanel } from './heatmap-lines.js'
import { colourOf, type HeatmapScale } from './heatmap-scale.js'

/** Cells and numbers of all panels. */
export function heatmapTraces({ panels, fontSize }: Arrangement, scale: HeatmapScale): Trace[] {
  return panels.flatMap((panel, k) => {
    const axes = axisNames(k)
    const last = k === panels.length - 1
    return [cells(panel, axes, scale, last), ...numbers(panel, axes, scale, fontSize)]
  })
}

function cells({ m, name, texts }: PlacedPanel, axes: JsonRecord, scale: HeatmapScale, last: boolean): Trace {
  const isFine = texts === undefined
  return {
    type: 'heatmap',
    ...axes,
    z: Array.from({ length: m.rows }, (_, i) =>
      [...m.values.slice(i * m.columns, (i + 1) * m.columns)].map((value) => Number(value.toPrecision(5))),
    ),
    x0: 1,
    dx: 1,
    y0: 1,
    dy: 1,
    colorscale: scale.colours,
    zmin: scale.low,
    zmax: scale.high,
    xgap: isFine ? 0 : 2,
    ygap: isFine ? 0 : 2,
    hovertemplate: `${name}, row %{y}, column %{x}: %{z}<extra></extra>`,
    showscale: isFine && last,
    ...(isFine && last ? { colorbar: { thickness: 12, outlinewidth: 0 } } : {}),
  }
}

/** The numbers in dark ink, and those in light ink. */
function numbers(panel: PlacedPanel, axes: JsonRecord, scale: HeatmapScale, size: number): Trace[] {
  const { m, texts } = panel
  if (texts === undefined) return []
  const all = texts.flatMap((row, i) =>
    row.map((text, j) => ({
      x: j + 1,
      y: i + 1,
      text,
      ink: inkOn(colourOf(scale, m.values[i * m.columns + j] ?? 0)),
    })),
  )
  return (['dark', 'light'] as const).flatMap((ink) => {
    const own = all.filter((cell) => cell.ink === ink)
    if (own.length === 0) return []
    return [
      {
        type: 'scatter',
        mode: 'text',
        ...axes,
        x: own.map((cell) => cell.x),
        y: own.map((cell) => cell.y),
        text: own.map((cell) => cell.text),
        textfont: { size, color: inks[ink] },
        hoverinfo: 'skip',
        showlegend: false,
      },
    ]
  })
}

/** The axes of all panels: rows downwards, no grid, names where there are any. */
export function heatmapAxes({ panels }: Arrangement): JsonRecord {
  return Object.fromEntries(
    panels.flatMap((panel, k) => {
      const { m, x, y, rowNames, columnNames } = panel
      const suffix = k === 0 ? '' : String(k + 1)
      const axis = (letter: 'x' | 'y', names: readonly string[] | undefined, length: number): JsonRecord => ({
        ...axisLayout(letter, {
          hidden: names === undefined,
          title: letter === 'x' ? 'column' : 'row',
          grid: false,
          reversed: letter === 'y',
          range: [0.5, length + 0.5],
          ...(names === undefined ? {} : { ticks: { values: names.map((_, i) => i + 1), labels: names } }),
        }),
        title: { text: '' },
        fixedrange: true,
        ticks: '',
        showline: false,
        automargin: false,
        tickfont: { size: 11 },
      })
      return [
        [
          `xaxis${suffix}`,
          { ...axis('x', columnNames, m.columns), side: 'top', anchor: `y${suffix}`, domain: x },
        ],
        [`yaxis${suffix}`, { ...axis('y', rowNames, m.rows), anchor: `x${suffix}`, domain: y }],
      ]
    }),
  )
}

/** Name and shape above each panel. */
export function headings({ panels }: Arrangement): JsonRecord[] {
  return panels.map(({ name, m, x, y, columnNames }) => ({
    text: `<b>${name}</b> · ${shapeOf(m)}`,
    xref: 'paper',
    yref: 'paper',
    x: x[0],
    y: y[1],
    xanchor: 'left',
    yanchor: 'bottom',
    yshift: columnNames === undefined ? 2 : 18,
    showarrow: false,
  }))
}

function axisNames(k: number): JsonRecord {
  return k === 0 ? {} : { xaxis: `x${k + 1}`, yaxis: `y${k + 1}` }
}
