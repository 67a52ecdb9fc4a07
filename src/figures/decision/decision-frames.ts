import { requireWhole } from '../../math/number-argument.js'
import { received } from '../../math/received.js'
import { forward, type NetworkOptions, type Parameters } from '../../network/index.js'
import { type Figure, figure, type Trace } from '../base/figure.js'
import { theme } from '../base/theme.js'
import { toChoice } from '../matrix/heatmap-argument.js'
import { countText } from '../text/number-text.js'
import { ask, boundary, decide, type Predict, tint } from './decision-grid.js'
import { lineTraces, neuronLines } from './decision-lines.js'
import { type DecisionOptions, readScene, rightSide, sampleTraces, sceneHeight } from './decision-points.js'
import { boundaryName, tintKey } from './decision-surface.js'

/** A moment of training: `history.snapshots` of `train`, or any function with a name of its own. */
export type DecisionFrame =
  | { readonly epoch: number; readonly parameters: Parameters }
  | { readonly name: string; readonly predict: Predict }

/** What `decisionFrames` can be told: as `decisionSurface`, and the net's own options. */
export interface DecisionFramesOptions extends DecisionOptions, NetworkOptions {
  /** The lines of the hidden neurons at each moment. Default false. */
  readonly lines?: boolean
  /** How many moments at most; of more, as many are taken evenly, first and last among them. Default 12. */
  readonly frames?: number
}

const keys = ['lines', 'frames', 'hiddenActivation', 'outputActivation', 'cost']

/**
 * The decision surface as it changes, with a slider over the epochs. It opens at the last one.
 *
 * @param frames `history.snapshots`, or a list of { name, predict }
 * @throws TypeError, RangeError or ShapeError for frames or options that do not fit
 */
export function decisionFrames(
  frames: readonly DecisionFrame[],
  options: DecisionFramesOptions = {},
): Figure {
  const call = 'decisionFrames(frames, options)'
  const scene = readScene(call, options, keys, 28)
  if (!Array.isArray(frames) || frames.length === 0)
    throw new TypeError(
      `${call}: expected frames to be history.snapshots of train(…, { recordParameters }), or a list of { name, predict }, received ${received(frames)}.`,
    )
  const most = requireWhole(call, 'frames', options.frames ?? 12, 2, 40)
  const lines = toChoice(call, 'lines', options.lines) ?? false
  const { plane, X, groups, names, value } = scene
  const moments = evenlyChosen(frames, most).map((frame, i) => {
    const predict = predictOf(call, frame, i, options)
    const decision = decide(call, predict, plane)
    const neurons = lines && 'parameters' in frame ? neuronLines(call, frame.parameters, plane) : []
    const right =
      X === undefined || options.labels === undefined ? undefined : rightSide(ask(call, predict, X), groups)
    return { name: nameOf(frame), decision, neurons, right }
  })
  const own = moments.map(({ decision, neurons }, k): Trace[] =>
    [tint(decision, value, 2), boundary(decision, boundaryName(decision, value)), ...lineTraces(neurons)].map(
      (trace) => ({
        ...trace,
        visible: k === moments.length - 1,
      }),
    ),
  )
  const [first] = moments
  const shared = [...sampleTraces(scene), ...(X === undefined && first ? tintKey(first.decision, value) : [])]
  const isEpoch = frames.every((frame) => 'epoch' in frame)
  const steps = moments.map(({ name }, k) => ({
    label: name,
    method: 'restyle',
    args: [
      {
        visible: [
          ...own.flatMap((traces, moment) => traces.map(() => moment === k)),
          ...shared.map(() => true),
        ],
      },
    ],
  }))
  return figure({
    title:
      options.title ?? `${value} over ${names[0]} and ${names[1]}${isEpoch ? ' as training goes on' : ''}`,
    summary:
      options.summary ??
      `${value} over ${names[0]} and ${names[1]} at ${countText(moments.length, 'moment')}, with a slider: ${moments
        .map(
          ({ name, right }) =>
            `${isEpoch ? 'epoch ' : ''}${name}${right === undefined || X === undefined ? '' : `, ${right} of ${X.columns} samples on their side`}`,
        )
        .join('; ')}.`,
    x: { title: names[0], range: plane.x, grid: false },
    y: { title: names[1], range: plane.y, grid: false },
    equalAxes: true,
    legend: 'below',
    height: sceneHeight(plane) + 240,
    data: [...own.flat(), ...shared],
    layout: {
      margin: { b: 150 },
      sliders: [
        {
          active: moments.length - 1,
          x: 0,
          len: 1,
          y: 0,
          yanchor: 'top',
          pad: { t: 52, b: 0, l: 0, r: 0 },
          currentvalue: { prefix: isEpoch ? 'epoch ' : '', xanchor: 'left', font: { size: theme.fontSize } },
          bordercolor: theme.neutral,
          bgcolor: theme.grid,
          tickcolor: theme.neutral,
          font: { size: 11 },
          steps,
        },
      ],
    },
  })
}

function predictOf(call: string, frame: DecisionFrame, i: number, options: DecisionFramesOptions): Predict {
  const given: unknown = frame // a cell may have passed anything
  if (typeof given === 'object' && given !== null) {
    if ('predict' in frame) return frame.predict
    if ('parameters' in frame) {
      const { hiddenActivation, outputActivation, cost } = options
      const net: NetworkOptions = {
        ...(hiddenActivation === undefined ? {} : { hiddenActivation }),
        ...(outputActivation === undefined ? {} : { outputActivation }),
        ...(cost === undefined ? {} : { cost }),
      }
      return (X) => forward(frame.parameters, X, net).A2
    }
  }
  throw new TypeError(
    `${call}: expected frames[${i}] to be { epoch, parameters } or { name, predict }, received ${received(given)}.`,
  )
}

function nameOf(frame: DecisionFrame): string {
  return 'epoch' in frame ? String(frame.epoch) : frame.name
}

/** At most `most` of them, the first and the last among them. */
function evenlyChosen<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all]
  const chosen = new Set(
    Array.from({ length: most }, (_, k) => Math.round((k * (all.length - 1)) / (most - 1))),
  )
  return all.filter((_, k) => chosen.has(k))
}
