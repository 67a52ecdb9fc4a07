import { describe, expect, it } from 'vitest'
import { type ScatterOptions, scatter } from '../../../src/figures/curve/scatter.js'
import { matrix } from '../../../src/math/matrix.js'
import { expectGolden } from '../../support/golden.js'

const axes = { x: { title: 'flipper length', unit: 'mm' }, y: { title: 'body mass', unit: 'g' } }
const adelie = { x: [181, 186, 195], y: [3750, 3800, 3250], name: 'Adelie', labels: ['a', 'b', 'c'] }
const gentoo = { x: [211, 230, 210], y: [4500, 5700, 4450], name: 'Gentoo' }
const refused =
  (groups: object, options: object = {}) =>
  () =>
    scatter(groups as typeof adelie, { ...axes, ...options } as ScatterOptions)

describe('scatter()', () => {
  it('draws groups and a line through them', () => {
    expectGolden(
      'scatter',
      scatter([adelie, gentoo], {
        ...axes,
        lines: [{ slope: 40, intercept: -3900, name: 'a guess' }],
        title: 'Penguins with longer flippers are heavier',
      }),
    )
  })

  it('draws predicted against actual on equal axes', () => {
    expectGolden(
      'scatter-equal',
      scatter(
        { x: [1, 2, 3], y: [1.2, 1.8, 3.3] },
        {
          x: { title: 'actual' },
          y: { title: 'predicted' },
          equalAxes: true,
          lines: [{ slope: 1, intercept: 0, name: 'predicted = actual' }],
        },
      ),
    )
  })

  it('says in words how many points there are, where, and how closely the two go together', () => {
    const { summary } = scatter([adelie, gentoo], axes).layout.meta
    expect(summary).toContain('6 points in 2 groups, body mass against flipper length.')
    expect(summary).toContain(
      '“Adelie”: 3 points, flipper length from 181 to 195 mm and body mass from 3250 to 3800 g.',
    )
    expect(scatter({ x: [1, 2, 3], y: [2, 4, 6] }, axes).layout.meta.summary).toContain(
      'The correlation of the two is 1.',
    )
    expect(scatter({ x: [1, 2], y: [2, 4] }, axes).layout.meta.summary).not.toContain('correlation')
  })

  it('reads a row of a matrix as a list, and refuses a matrix of several rows', () => {
    const row = matrix([[1, 2, 3]])
    expect(scatter({ x: row, y: row }, axes).data[0]).toMatchObject({ x: [1, 2, 3], y: [1, 2, 3] })
    expect(() =>
      scatter(
        {
          x: matrix([
            [1, 2],
            [3, 4],
          ]),
          y: row,
        },
        axes,
      ),
    ).toThrow('received a 2×2 matrix. Take one row of it')
  })

  it('leaves out what a logarithmic axis cannot show, with its label, and says so', () => {
    const made = scatter(
      { x: [0, 1, 10], y: [1, 2, 3], labels: ['a', 'b', 'c'] },
      { ...axes, x: { title: 'h', log: true } },
    )
    expect(made.data[0]).toMatchObject({ x: [1, 10], y: [2, 3], text: ['b', 'c'] })
    expect(made.layout.meta.summary).toContain('1 point is at or below 0')
  })

  it('refuses a name that is no text', () => {
    // @ts-expect-error a number for a name
    expect(() => scatter({ ...adelie, name: 7 }, { x: { title: 'x' }, y: { title: 'y' } })).toThrow(
      'expected groups.name to be a text, received 7',
    )
  })

  it('draws a group in the size it names, so that a few stand out among many', () => {
    const made = scatter([adelie, { ...gentoo, size: 14 }], axes)
    expect(made.data.map((trace) => trace['marker'])).toMatchObject([{ size: 9 }, { size: 14, opacity: 0.9 }])
    expect(refused({ ...adelie, size: 0 })).toThrow('expected groups.size to be a finite number above 0')
  })

  it('refuses what is wrong, and says where', () => {
    expect(refused({ ...adelie, y: [1] })).toThrow('groups.y has 1 entries, groups.x has 3')
    expect(refused([adelie, { ...gentoo, x: [1, Number.NaN, 2] }])).toThrow('groups[1].x[1]')
    expect(refused({ ...adelie, labels: ['a'] })).toThrow('groups.labels has 1 entries')
    expect(refused(adelie, { lines: [{ slope: 1 }] })).toThrow('lines[0].intercept')
    expect(refused(adelie, { lines: [{ slope: 1, intercept: 0 }], x: { title: 'h', log: true } })).toThrow(
      'not straight on a logarithmic axis',
    )
    expect(refused(adelie, { equalAxis: true })).toThrow('Did you mean `equalAxes`?')
  })
})
