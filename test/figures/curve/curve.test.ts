import { describe, expect, it } from 'vitest'
import { type CurveOptions, curve } from '../../../src/figures/curve/curve.js'
import { expectGolden } from '../../support/golden.js'

const x = [0, 1, 2, 3, 4]
const axes = { x: { title: 'step' }, y: { title: 'cost', unit: 'g' } }
const one = { x, y: [16, 8, 4, 2, 1], name: 'halved' }
const refused =
  (series: object, options: object = {}) =>
  () =>
    curve(series as typeof one, { ...axes, ...options } as CurveOptions)

describe('curve()', () => {
  it('draws lines, a band, reference lines, a shaded range and a point', () => {
    expectGolden(
      'curve',
      curve(
        [
          { ...one, low: [15, 7, 3, 1, 0.5], high: [17, 9, 5, 3, 2] },
          { x, y: [10, null, 6, 4, 2], name: 'with a gap', show: 'both' },
          { x, y: [3, 3, 3, 3, 3], name: 'points', show: 'points', colour: 'green' },
        ],
        {
          ...axes,
          marks: [
            { x: 1, label: 'here' },
            { x: 1.1, label: 'and here' },
            { y: 12, label: 'twelve' },
          ],
          bands: [
            { x: [3, 4], label: 'late' },
            { y: [0, 1.5], label: 'good', colour: 'sky' },
          ],
          points: [{ at: [2, 4], name: 'a quarter' }],
          title: 'Everything that a curve can have',
        },
      ),
    )
  })

  it('draws logarithmic axes', () => {
    expectGolden(
      'curve-log',
      curve(
        { x: [1e-6, 1e-4, 1e-2, 1], y: [1e-8, 1e-10, 1e-7, 1e-3] },
        {
          x: { title: 'step h', log: true },
          y: { title: 'error', log: true },
          marks: [
            { x: 1e-5, label: 'h = 10⁻⁵' },
            { y: 1e-9, label: 'good enough' },
          ],
        },
      ),
    )
  })

  it('says in words how each line goes', () => {
    const { summary } = curve([one, { x, y: [1, 5, 0, 5, 2] }, { x, y: [1, 1, 1, 1, 1], name: 'flat' }], axes)
      .layout.meta
    expect(summary).toContain('“halved” falls from 16 g at step = 0 to 1 g at step = 4.')
    expect(summary).toContain(
      'goes from 1 g at step = 0 to 2 g at step = 4; lowest is 0 g at step = 2, highest is 5 g at step = 1.',
    )
    expect(summary).toContain('“flat” stays at 1 g from step = 0 to 4.')
  })

  it('makes gaps of what a logarithmic axis cannot show, and says so', () => {
    const made = curve({ x, y: [1, 0, -2, 4, 8] }, { ...axes, y: { title: 'cost', log: true } })
    expect(made.data[0]?.['y']).toEqual([1, null, null, 4, 8])
    expect(made.layout.meta.summary).toContain('2 points are at or below 0 and left out')
    expect(refused({ x: [1], y: [0] }, { y: { title: 'cost', log: true } })).toThrow('Leave log out')
  })

  it('has annotations where a logarithmic axis wants them, by their power of ten, and shapes by the number', () => {
    const { layout } = curve(
      { x: [1, 100], y: [1, 2] },
      { ...axes, x: { title: 'h', log: true }, marks: [{ x: 10, label: 'ten' }] },
    )
    expect(layout).toMatchObject({ annotations: [{ x: 1 }], shapes: [{ x0: 10, x1: 10, yref: 'y domain' }] })
  })

  it('gives each line its own colour and dash', () => {
    const { data } = curve([one, one, one], axes)
    const looks = data.map(({ line }) => JSON.stringify(line))
    expect(new Set(looks).size).toBe(3)
  })

  it('refuses what is wrong, and says where', () => {
    expect(refused({ x, y: [1, 2] })).toThrow('series.y has 2 entries, series.x has 5')
    expect(refused([one, { x, y: [1, 2, Number.NaN, 4, 5] }])).toThrow('series[1].y[2]')
    expect(refused([])).toThrow('the list of series is empty')
    expect(refused({ ...one, dahs: 'dot' })).toThrow('Did you mean `dash`?')
    expect(refused({ ...one, dash: 'doted' })).toThrow("Did you mean 'dot'?")
    expect(refused({ ...one, colour: 'bleu' })).toThrow("Did you mean 'blue'?")
    expect(refused({ ...one, low: [1] })).toThrow('series.low has 1 entries')
    expect(refused(one, { x: { unit: 'mm' } })).toThrow('expected x to be a record with a title')
    expect(refused(one, { marks: [{ label: 'nowhere' }] })).toThrow(
      'marks[0] to have x (a vertical line) or y',
    )
    expect(refused(one, { marks: [{ y: 0 }], y: { title: 'cost', log: true } })).toThrow('marks[0].y')
    expect(refused(one, { bands: [{ x: [2, 1] }] })).toThrow('bands[0].x to run from low to high')
  })
})
