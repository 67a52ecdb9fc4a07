import { describe, expect, it } from 'vitest'
import { type BarsOptions, bars } from '../../../src/figures/curve/bars.js'
import { expectGolden } from '../../support/golden.js'

const options = { labels: { title: 'parameter' }, values: { title: 'relative error' } }
const refused =
  (data: object, more: object = {}) =>
  () =>
    bars(data as Record<string, number>, { ...options, ...more } as BarsOptions)

describe('bars()', () => {
  it('draws values by name on a logarithmic axis, and a 0 as a number', () => {
    expectGolden(
      'bars',
      bars(
        { dW1: 1.2e-10, dB1: 3e-11, dW2: 8e-10, dB2: 0 },
        {
          ...options,
          values: { title: 'relative error', log: true },
          marks: [{ value: 1e-7, label: 'passes below this' }],
        },
      ),
    )
  })

  it('writes the numbers of many narrow bars in two digits, and all in one size', () => {
    const values = Object.fromEntries(
      [1.234, -0.612, 2.371, -2.31, 1.01, -1.48, 0.898].map((v, i) => [i + 1, v]),
    )
    const [trace] = bars(values, { ...options, direction: 'up' }).data
    expect(trace?.['text']).toEqual(['1.2', '−0.61', '2.4', '−2.3', '1', '−1.5', '0.9'])
    expect(trace?.['constraintext']).toBe('inside')
  })

  it('draws many or long names across the page, one of them standing out', () => {
    expectGolden(
      'bars-across',
      bars(
        { 'no-1/M': 0.3, 'source (W1ᵀ·dA2 in dZ2)': 0.675, sign: 0.44, 'matmul-for-hadamard': 0.756 },
        {
          labels: { title: 'bug' },
          values: { title: 'cost after 200 epochs' },
          highlight: ['source (W1ᵀ·dA2 in dZ2)'],
          marks: [{ value: 0.31, label: 'right gradient' }],
          title: 'Most bugs still let the cost fall',
        },
      ),
    )
  })

  it('draws series beside one another', () => {
    const labels = ['setosa', 'versicolor', 'virginica']
    expectGolden(
      'bars-grouped',
      bars(
        [
          { name: 'training', labels, values: [1, 0.95, 0.93] },
          { name: 'test', labels, values: [1, -0.2, 0.87] },
        ],
        { labels: { title: 'species' }, values: { title: 'accuracy' } },
      ),
    )
  })

  it('begins at 0 and leaves room for the numbers', () => {
    const range = (data: Record<string, number>) =>
      JSON.parse(JSON.stringify(bars(data, options).layout)).yaxis.range
    expect(range({ a: 1, b: 2 })[0]).toBe(0)
    expect(range({ a: 1, b: 2 })[1]).toBeGreaterThan(2)
    expect(range({ a: -1, b: -2 })[1]).toBe(0)
    expect(range({ a: 0 })).toEqual([0, 1])
  })

  it('says every value in words, or of many the highest and the lowest', () => {
    expect(bars({ a: 1, b: 2 }, options).layout.meta.summary).toBe('Bars of relative error: a 1 and b 2.')
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`bar ${k}`, k]))
    expect(bars(many, options).layout.meta.summary).toBe(
      '12 bars of relative error; the highest is bar 11 11, the lowest bar 0 0.',
    )
  })

  it('refuses what is wrong, and says where', () => {
    expect(refused({ a: Number.NaN })).toThrow('bars.values[0]')
    expect(refused({})).toThrow('bars.values is empty')
    expect(refused([{ labels: ['a'], values: [1, 2] }])).toThrow('bars[0].labels to be a list of 2 texts')
    expect(refused({ alpha: 1 }, { highlight: ['alhpa'] })).toThrow("Did you mean 'alpha'?")
    expect(refused({ a: 0 }, { values: { title: 'v', log: true } })).toThrow('Leave log out')
    expect(refused({ a: 1 }, { labels: {} })).toThrow('expected labels to be a record with a title')
    expect(refused({ a: 1 }, { direction: 'accross' })).toThrow("Did you mean 'across'?")
  })
})
