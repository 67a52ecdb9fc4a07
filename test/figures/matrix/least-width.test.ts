import { describe, expect, it } from 'vitest'
import { heatmap, heatmaps } from '../../../src/figures/matrix/heatmap.js'
import { matrixProduct } from '../../../src/figures/matrix/matrix-product.js'
import { textWidth } from '../../../src/figures/still/still-picture-text.js'
import { fill } from '../../../src/math/index.js'

describe('matrices on a narrow page', () => {
  const names = ['W2ᵀ', 'dZ2', 'dA1']
  const product = matrixProduct(fill(3, 1, 0.1), fill(1, 4, -0.0451), { digits: 2, names })
  const maps = heatmaps({ dA1: fill(3, 4, -0.0659), dZ1: fill(3, 4, -0.0165) })

  it.each([
    ['a product', product],
    ['heat maps', maps],
  ])('%s keeps room for each number in its cell', (_, { data, layout }) => {
    const { leastWidth } = layout.meta
    const { l, r } = layout['margin'] as { l: number; r: number }
    for (const trace of data.filter(({ mode }) => mode === 'text')) {
      const { domain, range } = layout[String(trace['xaxis'] ?? 'x').replace('x', 'xaxis')] as {
        domain: [number, number]
        range: [number, number]
      }
      const cell = ((Number(leastWidth) - l - r) * (domain[1] - domain[0])) / (range[1] - range[0])
      for (const text of trace['text'] as string[]) expect(textWidth(text, 13)).toBeLessThan(cell)
    }
  })

  it('a product keeps room for the name of the left matrix', () => {
    const { domain } = product.layout['xaxis2'] as { domain: [number, number] }
    expect((Number(product.layout.meta['leastWidth']) - 26) * domain[0]).toBeGreaterThan(
      textWidth('W2ᵀ · 3×1', 13),
    )
  })

  it('what fits every page, and what has no numbers to be read, may be as narrow as the page', () => {
    expect(heatmap(fill(2, 2, 1), { name: 'X' }).layout.meta).not.toHaveProperty('leastWidth')
    expect(heatmap(fill(30, 30, 1), { name: 'X' }).layout.meta).not.toHaveProperty('leastWidth')
  })
})
