import { requireKnownKeys, requireKnownValue } from '../../math/known.js'
import { received } from '../../math/received.js'
import { type Figure, figure } from '../base/figure.js'
import { diverging } from '../colour/colour-scales.js'
import { inkOn, inks } from '../colour/ink.js'
import { numberText } from '../text/number-text.js'
import { wrapText } from '../text/wrap-text.js'
import { colourOf } from './heatmap-scale.js'

/** What `confusionMatrix` can be told. */
export interface ConfusionMatrixOptions {
  readonly title?: string
  readonly summary?: string
}

/**
 * How often each class was taken for which: a row for each actual class, a column for each predicted one; right answers
 * are blue, wrong ones orange, the darker the greater their share of the row.
 *
 * @param actual the class of each sample
 * @param predicted what was said of each sample
 * @param levels all classes, in the order in which they are shown. Default: those of `actual`, as they come
 * @throws TypeError or RangeError naming the sample whose class is on no list; the nearest is offered
 */
export function confusionMatrix(
  actual: readonly string[],
  predicted: readonly string[],
  levels?: readonly string[],
  options: ConfusionMatrixOptions = {},
): Figure {
  const call = 'confusionMatrix(actual, predicted, levels, options)'
  requireKnownKeys(call, 'options', options, ['title', 'summary'])
  requireWords(call, 'actual', actual)
  requireWords(call, 'predicted', predicted)
  if (actual.length !== predicted.length)
    throw new RangeError(
      `${call}: actual has ${actual.length} entries, predicted ${predicted.length}. Expected one of each for each sample.`,
    )
  const classes = levels === undefined ? [...new Set(actual)] : [...requireWords(call, 'levels', levels)]
  const counts = classes.map(() => classes.map(() => 0))
  actual.forEach((own, m) => {
    const row = classes.indexOf(requireKnownValue(call, `actual[${m}]`, own, classes))
    const column = classes.indexOf(requireKnownValue(call, `predicted[${m}]`, predicted[m], classes))
    const line = counts[row]
    if (line !== undefined) line[column] = (line[column] ?? 0) + 1
  })
  const right = counts.reduce((sum, row, k) => sum + (row[k] ?? 0), 0)
  const share = (i: number, j: number) => {
    const all = (counts[i] ?? []).reduce((sum, count) => sum + count, 0)
    return all === 0 ? 0 : (counts[i]?.[j] ?? 0) / all
  }
  const signed = counts.map((row, i) =>
    row.map((_, j) => Number(((i === j ? 1 : -1) * share(i, j)).toFixed(4))),
  )
  const scale = { colours: diverging, low: -1, high: 1 }
  const cells = counts.flatMap((row, i) =>
    row.map((count, j) => ({
      x: j + 1,
      y: i + 1,
      text: count === 0 ? '0' : `<b>${count}</b><br>${numberText(100 * share(i, j), 2)} %`,
      colour: inks[inkOn(colourOf(scale, signed[i]?.[j] ?? 0))],
    })),
  )
  const axis = { values: classes.map((_, k) => k + 1), labels: classes.map((name) => wrapText(name, 12)) }
  const range: [number, number] = [0.5, classes.length + 0.5]
  const rate = `${right} of ${actual.length} right (${numberText((100 * right) / actual.length, 3)} %)`
  return figure({
    title: options.title ?? `Actual and predicted: ${rate}`,
    summary: options.summary ?? summaryOf(classes, counts, rate),
    x: { title: 'predicted', ticks: axis, range, grid: false },
    y: { title: 'actual', ticks: axis, range, grid: false, reversed: true },
    legend: 'none',
    height: 110 + classes.length * Math.max(44, Math.min(64, 320 / classes.length)),
    data: [
      {
        type: 'heatmap',
        z: signed,
        x0: 1,
        dx: 1,
        y0: 1,
        dy: 1,
        zmin: -1,
        zmax: 1,
        colorscale: diverging,
        showscale: false,
        xgap: 2,
        ygap: 2,
        hoverinfo: 'skip',
      },
      {
        type: 'scatter',
        mode: 'text',
        x: cells.map((cell) => cell.x),
        y: cells.map((cell) => cell.y),
        text: cells.map((cell) => cell.text),
        textfont: { size: 13, color: cells.map((cell) => cell.colour) },
        hoverinfo: 'skip',
        showlegend: false,
      },
    ],
    layout: {
      xaxis: { domain: [0, Math.min(1, 0.22 * classes.length)], fixedrange: true, ticks: '' },
      yaxis: { fixedrange: true, ticks: '' },
    },
  })
}

function requireWords(call: string, name: string, value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new TypeError(`${call}: expected ${name} to be a list of words, received ${received(value)}.`)
  const odd = value.findIndex((entry) => typeof entry !== 'string')
  if (odd >= 0)
    throw new TypeError(`${call}: expected ${name}[${odd}] to be a text, received ${received(value[odd])}.`)
  return value
}

function summaryOf(classes: readonly string[], counts: readonly (readonly number[])[], rate: string): string {
  const rows = classes.map((name, i) => {
    const said = classes.flatMap((other, j) => (counts[i]?.[j] ? [`${counts[i]?.[j]} as ${other}`] : []))
    return `${name}: ${said.length === 0 ? 'none' : said.join(', ')}`
  })
  return `Predicted against actual classes: ${rate}. Predicted of actual ${rows.join('; ')}.`
}
