import { countText, listText, numberText } from '../text/number-text.js'
import type { Edge } from './network-graph-edges.js'
import type { GraphNode } from './network-graph-nodes.js'

interface Shown {
  readonly sizes: readonly [number, number, number]
  readonly edges: readonly Edge[]
  readonly nodes: readonly GraphNode[]
  readonly backward: boolean
  readonly sample: number
  readonly samples: number
}

/** What the picture of a net shows: sizes, numbers in nodes, numbers on arrows. */
export function networkSummary({ sizes, edges, nodes, backward, sample, samples }: Shown): string {
  const [nx, nh, ny] = sizes
  const count = nx * nh + nh + nh * ny + ny
  const net = `A net with ${countText(nx, 'input')}, ${countText(nh, 'hidden neuron')} and ${countText(ny, 'output')}: ${countText(count, 'weight')} and biases in all.`
  const inNodes = nodes
    .filter((node) => node.value !== undefined)
    .map((node) => `${node.label ?? node.name} ${numberText(node.value ?? 0)}`)
  const what = backward ? '∂J/∂z' : 'activations'
  const values =
    inNodes.length === 0 ? '' : ` Sample ${sample + 1} of ${samples}, ${what}: ${listText(inNodes)}.`
  const known = edges.filter((edge) => edge.value !== undefined)
  if (known.length === 0) return net
  const sorted = [...known].sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
  const shown = sorted.length <= 24 ? known : sorted.slice(0, 5)
  const list = shown.map((edge) => `${edge.name}: ${numberText(edge.value ?? 0)}`).join('; ')
  const direction = backward ? ' The arrows run back from the output, with the gradients.' : ''
  return `${net}${values}${direction} ${sorted.length <= 24 ? 'On the arrows: ' : 'Largest: '}${list}.`
}
