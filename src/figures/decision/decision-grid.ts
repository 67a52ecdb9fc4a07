import { fromValues, type Matrix } from '../../math/matrix.js'
import { isMatrix } from '../../math/matrix-argument.js'
import { received } from '../../math/received.js'
import { ShapeError } from '../../math/shape-error.js'
import { shapeOf } from '../../math/shape-of.js'
import type { Trace } from '../base/figure.js'
import { evenly } from '../base/values.js'
import { palette, translucent } from '../colour/palette.js'
import { contourLines, type Polyline } from '../contour/contour-lines.js'
import { simplify } from '../still/still-picture-path.js'
import { classColours } from './decision-labels.js'

/** A net as a function: inputs 2×M in, outputs 1×M or one row for each class out. */
export type Predict = (X: Matrix) => Matrix

/** The plane over which a net is looked at. */
export interface Plane {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  /** Cells along each axis of the tint; the lines are found on twice as many. */
  readonly steps: number
}

/** What a net says over a plane. */
export interface Decision {
  /** How many outputs it has. */
  readonly outputs: number
  /** One value for each output, by rows of the fine grid. */
  readonly z: readonly (readonly (readonly number[])[])[]
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** Where it is undecided. */
  readonly lines: readonly Polyline[]
}

/** Asks the net at every point of the grid. @throws ShapeError, TypeError or RangeError for what is no answer */
export function decide(call: string, predict: Predict, { x, y, steps }: Plane): Decision {
  if (typeof predict !== 'function')
    throw new TypeError(
      `${call}: expected predict to be a function of X, such as (X) => forward(parameters, X).A2, received ${received(predict)}.`,
    )
  const columns = evenly(x[0], x[1], 2 * steps + 1)
  const rows = evenly(y[0], y[1], 2 * steps + 1)
  const count = columns.length * rows.length
  const points = [...rows.flatMap(() => columns), ...rows.flatMap((b) => columns.map(() => b))]
  const answer = ask(call, predict, fromValues(2, count, points))
  const z = Array.from({ length: answer.rows }, (_, k) =>
    rows.map((_, i) => [
      ...answer.values.slice(k * count + i * columns.length, k * count + (i + 1) * columns.length),
    ]),
  )
  const margins = z.length === 1 ? z : z.slice(0, -1).map((_, k) => margin(z, k))
  const level = z.length === 1 ? 0.5 : 0
  const lines = margins.flatMap((own) => contourLines({ x: columns, y: rows, z: own }, level))
  return { outputs: answer.rows, z, columns, rows, lines }
}

/** What the net says, checked. */
export function ask(call: string, predict: Predict, X: Matrix): Matrix {
  const answer: unknown = predict(X) // a cell's function may return anything
  if (!isMatrix(answer))
    throw new TypeError(`${call}: expected predict(X) to return a matrix, received ${received(answer)}.`)
  if (answer.columns !== X.columns)
    throw new ShapeError(
      `${call}: predict(X) returned ${shapeOf(answer)} for X of ${shapeOf(X)}. Expected ${X.columns} columns, one for each sample.`,
    )
  const bad = answer.values.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0)
    throw new RangeError(
      `${call}: predict(X) is ${String(answer.values[bad])} at x = (${X.values[bad % X.columns]}, ${X.values[X.columns + (bad % X.columns)]}). Expected finite numbers.`,
    )
  return answer
}

/** How far output k is above the best of the others. */
function margin(z: Decision['z'], k: number): number[][] {
  const own = z[k] ?? []
  return own.map((row, i) =>
    row.map(
      (value, j) => value - Math.max(...z.filter((_, other) => other !== k).map((each) => each[i]?.[j] ?? 0)),
    ),
  )
}

/** The plane tinted by what the net says: towards blue for 1, towards orange for 0; or a tint for each class. */
export function tint({ outputs, z, columns, rows }: Decision, name: string, decimals = 3): Trace {
  const every = <T>(list: readonly T[]): T[] => list.filter((_, k) => k % 2 === 0)
  const shared = {
    type: 'heatmap',
    name,
    ...ruler('x', every(columns)),
    ...ruler('y', every(rows)),
    showscale: false,
    showlegend: false,
  }
  if (outputs === 1)
    return {
      ...shared,
      z: every(z[0] ?? []).map((row) => every(row).map((value) => Number(value.toFixed(decimals)))),
      zmin: 0,
      zmax: 1,
      zsmooth: 'best',
      colorscale: [
        [0, translucent(palette.vermillion, 0.5)],
        [0.5, translucent(palette.vermillion, 0.05)],
        [0.5, translucent(palette.blue, 0.05)],
        [1, translucent(palette.blue, 0.5)],
      ],
      hovertemplate: `(%{x:.3~g}, %{y:.3~g})<br>${name} = %{z}<extra></extra>`,
    }
  const winner = (i: number, j: number) => {
    const own = z.map((output) => output[i]?.[j] ?? 0)
    return own.indexOf(Math.max(...own))
  }
  const shades = Array.from({ length: outputs }, (_, k) =>
    translucent(classColours[k % classColours.length] ?? palette.grey, 0.3),
  )
  return {
    ...shared,
    z: every(rows.map((_, i) => i)).map((i) => every(columns.map((_, j) => j)).map((j) => winner(i, j))),
    zmin: -0.5,
    zmax: outputs - 0.5,
    colorscale: shades.flatMap((shade, k) => [
      [k / outputs, shade],
      [(k + 1) / outputs, shade],
    ]),
    hovertemplate: '(%{x:.3~g}, %{y:.3~g})<br>class %{z}<extra></extra>',
  }
}

/** Evenly spaced places as a start and a step. */
function ruler(letter: 'x' | 'y', values: readonly number[]): Record<string, number> {
  const [start = 0, last = 1] = [values[0], values.at(-1)]
  return {
    [`${letter}0`]: start,
    [`d${letter}`]: Number(((last - start) / (values.length - 1)).toPrecision(10)),
  }
}

/** The line where the net is undecided. */
export function boundary({ lines, columns, rows }: Decision, name: string): Trace {
  const unit = Math.max(span(columns), span(rows)) / 2500
  const digits = Math.max(0, Math.ceil(-Math.log10(unit)))
  const points = lines.flatMap((line, k) => [...(k === 0 ? [] : [null]), ...simplify(line, unit / 2)])
  const along = (end: 0 | 1) =>
    points.map((point) => (point === null ? null : Number(point[end].toFixed(digits))))
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: along(0),
    y: along(1),
    line: { color: palette.grey, width: 2.5 },
    hoverinfo: 'skip',
  }
}

function span(values: readonly number[]): number {
  return (values.at(-1) ?? 1) - (values[0] ?? 0)
}
