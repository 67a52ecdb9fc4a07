import { type Figure, figure, type Trace } from '../base/figure.js'
import { countText, numberText } from '../text/number-text.js'
import { ask, boundary, type Decision, decide, type Predict, tint } from './decision-grid.js'
import { classColours } from './decision-labels.js'
import { type ClippedLine, lineTraces, type NeuronLines, neuronLines, sideArrows } from './decision-lines.js'
import {
  type DecisionOptions,
  type DecisionScene,
  readScene,
  rightSide,
  sampleTraces,
  sceneHeight,
} from './decision-points.js'

/** What `decisionSurface` can be told. */
export interface DecisionSurfaceOptions extends DecisionOptions {
  /** The line of each hidden neuron, w·x + b = 0: parameters with W1 and B1, or a list of { weights, bias, name }. */
  readonly lines?: NeuronLines
}

/**
 * What a net says over the plane of its two inputs: blue towards 1, orange towards 0, a line where it says 0.5; samples
 * by class on top. With several outputs each class has its colour where its output is the greatest.
 *
 * @param predict the net as a function of X (2×M): `(X) => forward(parameters, X).A2`
 * @throws TypeError, RangeError or ShapeError for options or answers that do not fit
 */
export function decisionSurface(predict: Predict, options: DecisionSurfaceOptions = {}): Figure {
  const call = 'decisionSurface(predict, options)'
  const scene = readScene(call, options, ['lines'], 40)
  const { plane, X, groups, names, value } = scene
  const decision = decide(call, predict, plane)
  const lines = neuronLines(call, options.lines, plane)
  const right =
    X === undefined || options.labels === undefined ? undefined : rightSide(ask(call, predict, X), groups)
  return figure({
    title: options.title ?? `${value} over ${names[0]} and ${names[1]}`,
    summary: options.summary ?? summaryOf(scene, decision, lines, right),
    x: { title: names[0], range: plane.x, grid: false },
    y: { title: names[1], range: plane.y, grid: false },
    equalAxes: true,
    legend: 'below',
    height: sceneHeight(plane) + 150,
    data: [
      tint(decision, value),
      boundary(decision, boundaryName(decision, value)),
      ...lineTraces(lines),
      ...sampleTraces(scene),
      ...(X === undefined ? tintKey(decision, value) : []),
    ],
    annotations: sideArrows(lines, plane),
  })
}

/** What the boundary is called in the legend. */
export function boundaryName({ outputs }: Decision, value: string): string {
  return outputs === 1 ? `${value} = 0.5` : 'undecided'
}

/** What the colours mean, where no samples have them: traces that draw nothing. */
export function tintKey({ outputs }: Decision, value: string): Trace[] {
  const count = Math.max(2, outputs)
  return Array.from({ length: count }, (_, k) => ({
    type: 'scatter',
    mode: 'markers',
    name: outputs === 1 ? `${value} near ${k}` : `class ${k}`,
    x: [null],
    y: [null],
    marker: {
      color: classColours[k % classColours.length] ?? '#888888',
      symbol: 'square',
      size: 11,
      opacity: 0.6,
    },
  }))
}

function summaryOf(
  { plane, names, value, X, groups }: DecisionScene,
  { outputs, z, columns, rows, lines }: Decision,
  neurons: readonly ClippedLine[],
  right: number | undefined,
): string {
  const [x, y] = [plane.x, plane.y].map((range) => `from ${numberText(range[0])} to ${numberText(range[1])}`)
  const what = `${value} over ${names[0]} ${x} and ${names[1]} ${y}`
  const all = (z[0] ?? []).flat()
  const extreme = (wanted: number) => {
    const k = all.indexOf(wanted)
    const point = `(${numberText(columns[k % columns.length] ?? 0)}, ${numberText(rows[Math.floor(k / columns.length)] ?? 0)})`
    return `${numberText(wanted)} at ${point}`
  }
  const [low, high] = all.reduce(
    ([a, b], each) => [Math.min(a, each), Math.max(b, each)],
    [Infinity, -Infinity],
  )
  const range =
    outputs === 1 ? `: lowest ${extreme(low)}, highest ${extreme(high)}.` : `, ${outputs} classes.`
  const share = all.filter((each) => each > 0.5).length / Math.max(1, all.length)
  const side =
    outputs === 1
      ? lines.length === 0
        ? ` It is nowhere 0.5: ${share > 0.5 ? 'above' : 'below'} it everywhere.`
        : ` Above 0.5 in ${numberText(100 * share, 2)} % of the plane, with ${countText(lines.length, 'line')} at 0.5.`
      : ''
  const samples =
    X === undefined
      ? ''
      : ` ${countText(X.columns, 'sample')}${groups.length > 1 ? ` (${groups.map(({ name, members }) => `${members.length} ${name}`).join(', ')})` : ''}.`
  const score = right === undefined || X === undefined ? '' : ` ${right} of ${X.columns} lie on their side.`
  const hidden = neurons.length === 0 ? '' : ` Lines z = 0 of ${neurons.map((line) => line.name).join(', ')}.`
  return `${what}${range}${side}${samples}${score}${hidden}`
}
