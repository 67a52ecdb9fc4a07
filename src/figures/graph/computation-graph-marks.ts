import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { textWidth } from '../still/still-picture-text.js'
import { numberText } from '../text/number-text.js'
import type { ComputationEdge } from './computation-graph-argument.js'
import { graphArrow, label, type Place, pill } from './graph-marks.js'

/** A node in its place. */
export interface PlacedNode extends Place {
  readonly id: string
  readonly text: string
  readonly value: number | undefined
  readonly derivative: number | undefined
}

const radius = 23
const orange = '#b93c00'
const slate = '#565b64'

/** The circles with their labels. */
export function circles(nodes: readonly PlacedNode[], end: string): Trace {
  return {
    type: 'scatter',
    mode: 'markers+text',
    x: nodes.map((node) => node.x),
    y: nodes.map((node) => node.y),
    text: nodes.map((node) => node.text),
    textfont: {
      color: '#ffffff',
      size: nodes.map(({ text }) => [17, 14, 12, 10].find((size) => textWidth(text, size) < 38) ?? 9),
    },
    marker: { size: 2 * radius, color: slate, opacity: 1 },
    hovertext: nodes.map(({ id, text, value, derivative }) =>
      [
        value === undefined ? text : `${text} = ${numberText(value, 6)}`,
        ...(derivative === undefined ? [] : [`∂${end}/∂${id} = ${numberText(derivative, 6)}`]),
      ].join('<br>'),
    ),
    hoverinfo: 'text',
    cliponaxis: false,
    showlegend: false,
  }
}

/** The value above the circle, the derivative below it. */
export function nodeTexts({ id, x, y, value, derivative }: PlacedNode, end: string): JsonRecord[] {
  return [
    ...(value === undefined
      ? []
      : [
          label({ x, y }, numberText(value, 4), {
            yanchor: 'bottom',
            yshift: radius + 1,
            font: { size: 14 },
          }),
        ]),
    ...(derivative === undefined
      ? []
      : [
          label({ x, y }, `∂${end}/∂${id}<br><b>${numberText(derivative, 4)}</b>`, {
            yanchor: 'top',
            yshift: -radius - 1,
            font: { size: 12, color: '#d54500' },
          }),
        ]),
  ]
}

/** The arrow, and its local derivative on it. */
export function edgeMarks(
  edge: ComputationEdge,
  nodes: readonly PlacedNode[],
  backward: boolean,
): JsonRecord[] {
  const find = (id: string): PlacedNode | undefined => nodes.find((node) => node.id === id)
  const [from, to] = [find(edge.from), find(edge.to)]
  if (from === undefined || to === undefined) return []
  // What has no local derivative, such as a label y, takes no part in the way back.
  const isBack = backward && edge.label !== undefined
  const [start, tip] = isBack ? [to, from] : [from, to]
  const arrow = graphArrow({
    from: { x: start.x, y: start.y },
    to: { x: tip.x, y: tip.y },
    gap: radius + 3,
    width: 1.8,
    ...(isBack ? { colour: '#d54500' } : {}),
  })
  const text = edgeText(edge)
  if (text === '') return [arrow]
  const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  return [arrow, pill(at, text, isBack ? orange : slate)]
}

/** '∂z/∂w' above its number, in two lines to be narrow. */
function edgeText({ from, to, label: given, name }: ComputationEdge): string {
  if (given === undefined) return name ?? ''
  const called = name ?? `∂${to}/∂${from}`
  if (typeof given === 'string')
    return name === undefined ? given.replace(' = ', '<br>= ') : `${name}<br>${given}`
  return `${called.replace(' = ', '<br>= ')}<br>= ${numberText(given, 3)}`
}
