import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureOptions, figure } from '../../../src/figures/base/figure.js'
import { describe as summaryOf } from '../../../src/figures/text/describe.js'
import { expectGolden } from '../../support/golden.js'

const options: FigureOptions = {
  title: 'Body mass and flipper length',
  summary: 'Three penguins, from 181 mm and 3750 g to 195 mm and 3250 g.',
  x: { title: 'flipper length', unit: 'mm' },
  y: { title: 'body mass', unit: 'g' },
  data: [{ type: 'scatter', mode: 'markers', x: [181, 186, 195], y: [3750, 3800, 3250] }],
}
const without = (key: keyof FigureOptions) => ({ ...options, [key]: undefined }) as unknown as FigureOptions

describe('figure()', () => {
  it('makes the layout that every figure has', () => {
    expectGolden('figure', figure(options))
  })

  it.each(['title', 'summary'] as const)('throws without a %s', (key) => {
    expect(() => figure(without(key))).toThrow(`expected ${key} to be a text`)
    expect(() => figure({ ...options, [key]: '  ' })).toThrow(`expected ${key} to be a text`)
  })

  it('throws without an axis title, but for hidden axes', () => {
    expect(() => figure({ ...options, x: {} })).toThrow('the x axis needs a title')
    // @ts-expect-error a number for a title
    expect(() => figure({ ...options, x: { title: 7 } })).toThrow('expected title to be a text, received 7')
    expect(() => figure({ ...options, x: { hidden: true }, y: { hidden: true } })).not.toThrow()
  })

  it('offers the nearest name for an unknown option', () => {
    expect(() => figure({ ...options, titel: 'x' } as unknown as FigureOptions)).toThrow(
      'Did you mean `title`?',
    )
    expect(() => figure({ ...options, x: { title: 'x', unot: 'g' } as FigureOptions['x'] & object })).toThrow(
      'Did you mean `unit`?',
    )
    expect(() => figure({ ...options, legend: 'belov' as 'below' })).toThrow("Did you mean 'below'?")
  })

  it('names the place of a NaN', () => {
    const data = [{ type: 'scatter', x: [1, 2], y: [1, Number.NaN] }]
    expect(() => figure({ ...options, data })).toThrow('data[0].y[1] is NaN')
    expect(() => figure({ ...options, shapes: [{ x0: Number.POSITIVE_INFINITY }] })).toThrow(
      'shapes[0].x0 is Infinity',
    )
  })

  it('turns typed arrays into lists and refuses what JSON cannot hold', () => {
    const typed = {
      type: 'scatter',
      x: new Float64Array([1, 2]),
      y: [1, 2],
    } as unknown as FigureOptions['data'][0]
    expect(figure({ ...options, data: [typed] }).data[0]?.['x']).toEqual([1, 2])
    const closure = { type: 'scatter', onclick: () => 1 } as unknown as FigureOptions['data'][0]
    expect(() => figure({ ...options, data: [closure] })).toThrow('data[0].onclick is a function')
  })

  it('survives JSON, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (y) => {
        const made = figure({ ...options, data: [{ type: 'scatter', x: y.map((_, k) => k), y }] })
        expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made)
        expect(made.data[0]?.['y']).toEqual(y.map((value) => value + 0))
      }),
    )
  })

  it('writes the unit behind the axis title', () => {
    expect(figure(options).layout).toMatchObject({ yaxis: { title: { text: 'body mass (g)' } } })
  })

  it('takes the range of a logarithmic axis in the data’s own numbers', () => {
    const { layout } = figure({ ...options, y: { title: 'cost', log: true, range: [0.01, 100] } })
    expect(layout).toMatchObject({ yaxis: { type: 'log', range: [-2, 2] } })
    expect(() => figure({ ...options, y: { title: 'cost', log: true, range: [0, 100] } })).toThrow(
      'a finite number above 0',
    )
    expect(() => figure({ ...options, y: { title: 'cost', range: [2, 1] } })).toThrow('from low to high')
  })

  it('makes squares square on request', () => {
    expect(figure({ ...options, equalAxes: true }).layout).toMatchObject({
      xaxis: { constrain: 'domain' },
      yaxis: { constrain: 'domain', scaleanchor: 'x', scaleratio: 1 },
    })
  })

  it('explains names below the plot when there are two or more, and never over the data', () => {
    const named = ['a', 'b'].map((name) => ({ type: 'scatter', name, x: [1], y: [1] }))
    expect(figure({ ...options, data: named }).layout).toMatchObject({
      showlegend: true,
      legend: { orientation: 'h', yref: 'container', y: 0 },
    })
    expect(figure(options).layout['showlegend']).toBe(false)
    expect(figure({ ...options, legend: 'right' }).layout).toMatchObject({
      legend: { x: 1.02, xanchor: 'left' },
    })
  })

  it('lays further attributes over the layout last, key by key', () => {
    const { layout } = figure({ ...options, layout: { xaxis: { dtick: 5 }, sliders: [{ steps: [] }] } })
    expect(layout).toMatchObject({ xaxis: { dtick: 5, automargin: true }, sliders: [{ steps: [] }] })
  })

  it('goes on in a second line where a title is long', () => {
    const { layout } = figure({
      ...options,
      title: 'Penguins with longer flippers are heavier, on each of three islands',
    })
    expect(layout.title.text.split('<br>')).toHaveLength(2)
  })
})

describe('describe()', () => {
  it('says what the figure shows', () => {
    expect(summaryOf(figure(options))).toBe(options.summary)
  })

  it('refuses a figure without a summary', () => {
    expect(() => summaryOf({ data: [], layout: {} } as unknown as ReturnType<typeof figure>)).toThrow(
      'has no text summary',
    )
  })
})
