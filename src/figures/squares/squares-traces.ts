import type { Trace } from '../base/figure.js'
import type { JsonRecord } from '../base/json.js'
import { theme } from '../base/theme.js'
import { palette, translucent } from '../colour/palette.js'
import { label } from '../graph/graph-marks.js'
import { textWidth } from '../still/still-picture-text.js'
import { numberText } from '../text/number-text.js'
import type { ErrorBar, Square } from './squares-sides.js'

/** An error with its square. */
export interface Squared extends ErrorBar {
  readonly name: string
  readonly square: Square
}

const fine = (value: number) => Number(value.toPrecision(6))

function corners({ x, y, side }: Square): { x: number[]; y: number[] } {
  return {
    x: [x, x + side, x + side, x, x].map(fine),
    y: [y, y, y + side, y + side, y].map(fine),
  }
}

export function squareTrace({ name, square }: Squared, first: boolean): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'squared error',
    legendgroup: 'squares',
    showlegend: first,
    ...corners(square),
    fill: 'toself',
    fillcolor: translucent(palette.blue, 0.22),
    line: { color: translucent(palette.blue, 0.8), width: 1.2 },
    hoveron: 'fills',
    text: `${name}: ${numberText(square.side)}² = ${numberText(square.side ** 2)}`,
    hoverinfo: 'text',
  }
}

export function meanTrace(square: Square, J: number): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'mean of the squares: area J',
    ...corners(square),
    fill: 'toself',
    fillcolor: translucent(palette.green, 0.4),
    line: { color: palette.green, width: 2 },
    hoveron: 'fills',
    text: `J = ${numberText(J, 4)}`,
    hoverinfo: 'text',
  }
}

export function lineTrace(from: number, to: number, slope: number, intercept: number): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'line',
    x: [fine(from), fine(to)],
    y: [fine(slope * from + intercept), fine(slope * to + intercept)],
    line: { color: theme.neutral, width: 2.2 },
    hoverinfo: 'skip',
  }
}

export function errorTrace(squared: readonly Squared[]): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'error',
    x: squared.flatMap(({ x }, k) => [...(k === 0 ? [] : [null]), fine(x), fine(x)]),
    y: squared.flatMap(({ y, fit }, k) => [...(k === 0 ? [] : [null]), fine(y), fine(fit)]),
    line: { color: palette.vermillion, width: 2.5 },
    hoverinfo: 'skip',
  }
}

export function pointTrace(squared: readonly Squared[]): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'points',
    showlegend: false,
    x: squared.map(({ x }) => fine(x)),
    y: squared.map(({ y }) => fine(y)),
    marker: { color: palette.vermillion, size: 9, line: { color: '#ffffff', width: 1.2 } },
    text: squared.map(({ name, y, fit }) => `${name}<br>error ${numberText(fit - y)}`),
    hovertemplate: '%{text}<br>(%{x}, %{y})<extra></extra>',
  }
}

/** J in its square, or above it where the square is small. */
export function meanText({ x, y, side }: Square, J: number, unit: number): JsonRecord[] {
  const text = `<b>J = ${numberText(J)}</b>`
  const isRoomy = side * unit > textWidth(text, 13) + 14
  return [
    label({ x: fine(x + side / 2), y: fine(isRoomy ? y + side / 2 : y + side) }, text, {
      ...(isRoomy
        ? {}
        : {
            yanchor: 'bottom',
            xanchor: side * unit < 40 ? 'right' : 'center',
            xshift: side * unit < 40 ? 8 : 0,
          }),
      font: { size: 13 },
    }),
  ]
}
