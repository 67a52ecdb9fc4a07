import { fromValues } from '../../math/matrix.js'
import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { inkOn, inks } from '../colour/ink.js'
import { palette } from '../colour/palette.js'
import { colourOf, heatmapScale } from '../matrix/heatmap-scale.js'
import { numberText } from '../text/number-text.js'
import { wrapText } from '../text/wrap-text.js'
import { graphArrow, label } from './graph-marks.js'
import { negative, positive } from './network-graph-edges.js'
import { biasRadius, type GraphNode, radius, shortNumber } from './network-graph-nodes.js'

/** Above the columns what they hold, and between them the matrices on the arrows, each with its shape. */
export function headings(
  [nx, nh, ny]: readonly [number, number, number],
  M: string,
  backward: boolean,
): JsonRecord[] {
  const d = backward ? 'd' : ''
  const over = (x: number, name: string, rows: number) => label({ x, y: 10 }, `<b>${name}</b> ${rows}×${M}`)
  const between = (layer: number, rows: number, columns: number): JsonRecord[] => [
    label(
      { x: layer - 0.5, y: 32 },
      `<b>${d}W${layer}</b> ${rows}×${columns}, <b>${d}B${layer}</b> ${rows}×1`,
      { font: { size: 11.5 } },
    ),
    graphArrow({
      from: { x: layer - (backward ? 0.12 : 0.88), y: 47 },
      to: { x: layer - (backward ? 0.88 : 0.12), y: 47 },
    }),
  ]
  return [
    over(0, 'X', nx),
    over(1, backward ? 'dZ1' : 'A1', nh),
    over(2, backward ? 'dZ2' : 'A2', ny),
    ...between(1, nh, nx),
    ...between(2, ny, nh),
  ]
}

/** Circles with their names, and their values coloured as in a heat map. */
export function nodeTrace(nodes: readonly GraphNode[], backward: boolean): Trace {
  const numbers = nodes.map((node) => node.value).filter((value) => value !== undefined)
  const scale =
    numbers.length === 0
      ? undefined
      : heatmapScale([fromValues(1, numbers.length, numbers)], backward ? true : undefined)
  const fills = nodes.map(({ index, value }) =>
    index < 0
      ? palette.grey
      : value === undefined || scale === undefined
        ? '#565b64'
        : colourOf(scale, value),
  )
  const texts = nodes.map(({ name, value }) =>
    value === undefined ? name : `${name}<br>${shortNumber(value)}`,
  )
  const what = backward ? ['X', 'dZ1', 'dZ2'] : ['X', 'A1', 'A2']
  return {
    type: 'scatter',
    mode: 'markers+text',
    x: nodes.map((node) => node.x),
    y: nodes.map((node) => Number(node.y.toFixed(1))),
    text: texts,
    textfont: {
      size: texts.map((text) => (!text.includes('<br>') ? 14 : text.length > 11 ? 10 : 12)),
      color: fills.map((colour) => inks[inkOn(colour)]),
    },
    marker: {
      size: nodes.map((node) => 2 * (node.index < 0 ? biasRadius : radius)),
      color: fills,
      opacity: 1,
      line: { color: palette.grey, width: 1 },
    },
    hovertext: nodes.map(({ index, layer, name, label: own, value }) =>
      index < 0
        ? 'bias: always 1'
        : `${own ?? name}${value === undefined ? '' : `: ${what[layer]} = ${numberText(value, 4)}`}`,
    ),
    hoverinfo: 'text',
    cliponaxis: false,
    showlegend: false,
  }
}

/** Names of their own: left of inputs, right of outputs, above hidden neurons. */
export function outsideLabels(nodes: readonly GraphNode[]): JsonRecord[] {
  return nodes.flatMap(({ x, y, layer, label: own }) => {
    if (own === undefined) return []
    const text = wrapText(own, 12)
    if (layer === 1) return [label({ x, y }, text, { yshift: radius + 8, font: { size: 11 } })]
    const isLeft = layer === 0
    return [
      label({ x, y }, text, {
        xanchor: isLeft ? 'right' : 'left',
        xshift: (radius + 5) * (isLeft ? -1 : 1),
        align: isLeft ? 'right' : 'left',
        font: { size: 11 },
      }),
    ]
  })
}

/** Names of the two colours, as traces that draw nothing. */
export function signKey(backward: boolean, dashed: boolean): Trace[] {
  const what = backward ? 'gradient' : 'weight'
  return [
    { name: `${what} above 0`, color: positive, dash: 'solid' },
    { name: `${what} below 0`, color: negative, dash: dashed ? 'dash' : 'solid' },
  ].map(({ name, color, dash }) => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: [null],
    y: [null],
    line: { color, dash, width: 3 },
    hoverinfo: 'skip',
  }))
}
