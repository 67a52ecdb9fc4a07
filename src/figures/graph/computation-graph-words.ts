import { listText, numberText } from '../text/number-text.js'
import type { Computation, ComputationEdge } from './computation-graph-argument.js'
import { pathsFrom } from './computation-graph-derivatives.js'
import type { PlacedNode } from './computation-graph-marks.js'

/** '∂J/∂w = ∂J/∂a · ∂a/∂z · ∂z/∂w = (−0.6) · 0.24 · 0.7 = −0.1', with a sum where there are several ways. */
export function productLines(
  call: string,
  { nodes, edges }: Computation,
  wanted: readonly string[] | undefined,
  derivatives: ReadonlyMap<string, number>,
  end: string,
): string[] {
  for (const id of wanted ?? [])
    if (!nodes.some((node) => node.id === id))
      throw new RangeError(
        `${call}: products names '${id}', which no node has as its id. Expected some of ${nodes.map((node) => node.id).join(', ')}.`,
      )
  const outer = nodes.map((node) => node.id).filter((id) => !edges.some((edge) => edge.to === id))
  const factor = (value: number) => (value < 0 ? `(${numberText(value, 3)})` : numberText(value, 3))
  return (wanted ?? outer).flatMap((id) => {
    const ways = pathsFrom(id, edges).map((way) => [...way].reverse())
    const total = derivatives.get(id)
    if (total === undefined || ways.length === 0 || ways.length > 3 || ways.some((way) => way.length < 2))
      return []
    const numbers = ways.map((way) => way.map((edge) => factor(Number(edge.label))).join(' · '))
    const names = ways.map((way) => way.map((edge) => `∂${edge.to}/∂${edge.from}`).join(' · '))
    const named = ways.length === 1 ? `${names.join(' + ')} = ` : ''
    return [`∂${end}/∂${id} = ${named}${numbers.join(' + ')} = <b>${numberText(total, 4)}</b>`]
  })
}

/** What the graph shows, with its numbers. */
export function computationSummary(
  nodes: readonly PlacedNode[],
  edges: readonly ComputationEdge[],
  lines: readonly string[],
  backward: boolean,
  end: string,
): string {
  const values = nodes.map(({ text: name, value }) =>
    value === undefined ? name : `${name} = ${numberText(value, 4)}`,
  )
  const arrows = edges.map(
    ({ from, to, label: given }) =>
      `${from} to ${to}${given === undefined ? '' : ` (∂${to}/∂${from} = ${typeof given === 'number' ? numberText(given, 4) : given})`}`,
  )
  const forward = `A computation from left to right: ${listText(values)}. Arrows: ${arrows.join('; ')}.`
  if (!backward) return forward
  const derivatives = nodes.flatMap(({ id, derivative }) =>
    derivative === undefined ? [] : [`∂${end}/∂${id} = ${numberText(derivative, 4)}`],
  )
  const products = lines.map((line) => `${line.replace(/<\/?b>/g, '')}.`)
  return [forward, `Derivatives, from the end back: ${listText(derivatives)}.`, ...products].join(' ')
}
