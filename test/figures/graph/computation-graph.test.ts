import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { computationGraph } from '../../../src/figures/graph/computation-graph.js'
import type { Computation } from '../../../src/figures/graph/computation-graph-argument.js'
import { derivativesOf } from '../../../src/figures/graph/computation-graph-derivatives.js'
import { layersOf } from '../../../src/figures/graph/computation-graph-layers.js'
import { describe } from '../../../src/figures/text/describe.js'
import { expectGolden } from '../../support/golden.js'

const neuron: Computation = {
  nodes: [
    { id: 'x', value: 0.7 },
    { id: 'w', value: -1.2 },
    { id: 'b', value: 0.3 },
    { id: 'z', value: -0.54 },
    { id: 'a', value: 0.37 },
    { id: 'y', value: 1 },
    { id: 'J', value: 0.4 },
  ],
  edges: [
    { from: 'x', to: 'z', label: -1.2 },
    { from: 'w', to: 'z', label: 0.7 },
    { from: 'b', to: 'z', label: 1 },
    { from: 'z', to: 'a', label: 0.25 },
    { from: 'a', to: 'J', label: -1.26 },
    { from: 'y', to: 'J' },
  ],
}

group('computationGraph()', () => {
  it('is what it was', () => {
    expectGolden('computation-graph', computationGraph(neuron))
    expectGolden(
      'computation-graph-backward',
      computationGraph(neuron, { backward: true, products: ['w', 'b'] }),
    )
  })

  it('computes derivatives from the end back and writes the products out', () => {
    const summary = describe(computationGraph(neuron, { backward: true, products: ['w'] }))
    expect(summary).toContain('∂J/∂a = −1.26 and ∂J/∂J = 1')
    expect(summary).toContain('∂J/∂w = ∂J/∂a · ∂a/∂z · ∂z/∂w = (−1.26) · 0.25 · 0.7 = −0.2205.')
  })

  it('adds up over all ways', () => {
    const square: Computation = {
      nodes: [{ id: 'x' }, { id: 'u' }, { id: 'v' }, { id: 'f' }],
      edges: [
        { from: 'x', to: 'u', label: 2 },
        { from: 'x', to: 'v', label: 0.5 },
        { from: 'u', to: 'f', label: 3 },
        { from: 'v', to: 'f', label: 4 },
      ],
    }
    expect(derivativesOf(square).get('x')).toBe(8)
    expect(describe(computationGraph(square, { backward: true }))).toContain('∂f/∂x = 3 · 2 + 4 · 0.5 = 8.')
  })

  it('takes no derivative through an arrow that has none', () => {
    expect(derivativesOf(neuron).has('y')).toBe(false)
  })

  it('puts each node right of what it is computed from, and what is given next to where it is used', () => {
    const layers = layersOf('test', neuron)
    expect(Object.fromEntries(layers)).toEqual({ x: 0, w: 0, b: 0, z: 1, a: 2, y: 2, J: 3 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 }), (pairs) => {
        const edges = pairs.filter(([a, b]) => a < b).map(([a, b]) => ({ from: `n${a}`, to: `n${b}` }))
        const nodes = Array.from({ length: 10 }, (_, k) => ({ id: `n${k}` }))
        const found = layersOf('test', { nodes, edges })
        for (const { from, to } of edges) expect(found.get(from)).toBeLessThan(found.get(to) ?? -1)
      }),
    )
  })

  it('refuses an arrow to nowhere, a circle, a doubled id and unknown keys', () => {
    const { nodes, edges } = neuron
    const call = 'computationGraph(graph, options)'
    expect(() => computationGraph({ nodes, edges: [{ from: 'x', to: 'q' }] })).toThrow(
      `${call}: edges[0].to is a string ("q"), which no node has as its id. Expected one of x, w, b, z, a, y, J.`,
    )
    expect(() => computationGraph({ nodes, edges: [...edges, { from: 'J', to: 'z' }] })).toThrow(
      'the edges run in a circle: z → J → a → z.',
    )
    expect(() => computationGraph({ nodes: [{ id: 'x' }, { id: 'x' }], edges: [] })).toThrow(
      "two nodes have the id 'x'",
    )
    expect(() => computationGraph({ nodes: [{ id: 'x', value: Number.NaN }], edges: [] })).toThrow(
      'nodes[0].value',
    )
    expect(() => computationGraph(neuron, { products: ['q'] })).not.toThrow()
    expect(() => computationGraph(neuron, { products: ['q'], backward: true })).toThrow("products names 'q'")
    // @ts-expect-error unknown key
    expect(() => computationGraph({ nodes: [{ id: 'x', vlaue: 1 }], edges: [] })).toThrow(
      'Did you mean `value`?',
    )
  })

  it('says how wide it has to be when it has more steps than a narrow page can hold', () => {
    expect(computationGraph(neuron).layout.meta).not.toHaveProperty('leastWidth')
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const long = computationGraph({
      nodes: names.map((id) => ({ id })),
      edges: names.slice(1).map((to, k) => ({ from: names[k] ?? '', to })),
    })
    expect(long.layout.meta).toMatchObject({ leastWidth: 560, keepsHeight: true })
  })
})
