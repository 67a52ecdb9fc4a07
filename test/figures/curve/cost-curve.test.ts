import { describe, expect, it } from 'vitest'
import { type CostCurveOptions, costCurve } from '../../../src/figures/curve/cost-curve.js'
import { expectGolden } from '../../support/golden.js'

describe('costCurve()', () => {
  it('draws several runs on a logarithmic axis', () => {
    expectGolden(
      'cost-curve',
      costCurve(
        { 'α = 0.1': [24, 8, 2, 0.5, 0.1, 0], 'α = 1.1': [24, 40, 90, 200] },
        { log: true, per: 'epoch', marks: [{ y: 1, label: 'tolerance' }], title: 'Two learning rates' },
      ),
    )
  })

  it('counts from 0, the cost before any step', () => {
    expect(costCurve([3, 2, 1]).data[0]?.['x']).toEqual([0, 1, 2])
    expect(costCurve([3, 2, 1]).layout).toMatchObject({ xaxis: { title: { text: 'iteration' } } })
  })

  it('says in words how far the cost came', () => {
    const summary = (costs: number[], options?: CostCurveOptions) =>
      costCurve(costs, options).layout.meta.summary
    expect(summary([3, 2, 1])).toBe('The cost falls from 3 to 1 in 2 iterations.')
    expect(summary([3, 1, 2, 1.5], { per: 'epoch' })).toBe(
      'The cost falls from 3 to 1.5 in 3 epochs, rising at 1 of them; its lowest is 1 at epoch 1.',
    )
    expect(summary([1, 2])).toBe('The cost rises from 1 to 2 in 1 iteration, rising at every one.')
    expect(summary([4])).toBe('The cost is 4 at iteration 0.')
    expect(summary([2, 1, 0], { log: true })).toContain('1 point is at or below 0 and left out')
  })

  it('keeps the shape of a long run with fewer points', () => {
    const costs = Array.from({ length: 20_000 }, (_, k) => (k === 12_345 ? 7 : 1 / (1 + k)))
    const [trace] = costCurve(costs).data
    const y = trace?.['y']
    if (!Array.isArray(y)) throw new Error('no line')
    expect(y.length).toBeLessThanOrEqual(1500)
    expect(y).toContain(7)
    expect([y[0], y.at(-1)]).toEqual([1, 5e-5])
  })

  it('refuses what is wrong, and says where', () => {
    expect(() => costCurve([])).toThrow('costs is empty')
    expect(() => costCurve({})).toThrow('costs has no list')
    expect(() => costCurve({ a: [1, Number.NaN] })).toThrow("costs['a'][1]")
    expect(() => costCurve([1], { lgo: true } as CostCurveOptions)).toThrow('Did you mean `log`?')
    expect(() => costCurve([0, 0], { log: true })).toThrow('Leave log out')
  })
})
