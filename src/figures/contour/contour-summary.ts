import { extent } from '../base/values.js'
import { countText, listText, numberText, pointText } from '../text/number-text.js'
import { extremes, type Grid } from './contour-grid.js'
import { levelTexts } from './contour-levels.js'
import type { Arrow, MarkedPoint, Path } from './contour-marks.js'

/** What a contour or surface figure shows, in numbers. */
export interface Ground {
  readonly grid: Grid
  readonly names: readonly [string, string]
  /** What the function's value is called. */
  readonly value: string
  readonly paths: readonly Path[]
  readonly points: readonly MarkedPoint[]
  readonly arrows?: readonly Arrow[]
  /** The function's value at a point, when the function is known. */
  readonly heightOf?: ((point: readonly number[]) => number) | undefined
}

/** The summary of a contour figure. */
export function contourSummary(ground: Ground, levels: readonly number[]): string {
  const { value } = ground
  const lines =
    levels.length === 0
      ? `No line of equal ${value} is drawn.`
      : `Lines of equal ${value} are drawn at ${value} = ${listText(levelTexts(levels))}.`
  return [`Contours of ${value} over ${ranges(ground)}.`, lines, ...shared(ground)].join(' ')
}

/** The summary of a surface figure. */
export function surfaceSummary(ground: Ground): string {
  return [`${ground.value} as a surface over ${ranges(ground)}.`, ...shared(ground)].join(' ')
}

function ranges({ grid, names }: Ground): string {
  const span = (values: readonly number[]) =>
    extent(values)
      .map((end) => numberText(end))
      .join(' to ')
  return `${names[0]} from ${span(grid.x)} and ${names[1]} from ${span(grid.y)}`
}

function shared(ground: Ground): string[] {
  const { grid, value, paths, points, arrows = [] } = ground
  const { low, lowAt, high, highAt } = extremes(grid)
  const field =
    low === high
      ? `${value} is ${numberText(low)} everywhere.`
      : `On the grid ${value} is lowest near ${pointText(lowAt)}, at ${numberText(low)}, and highest near ${pointText(highAt)}, at ${numberText(high)}.`
  return [
    field,
    ...paths.map((path) => pathText(path, ground)),
    pointsText(points, ground),
    arrowsText(arrows),
  ].filter((sentence) => sentence !== '')
}

function pathText({ name, points }: Path, ground: Ground): string {
  const [first = [], last = []] = [points[0], points.at(-1)]
  const called = name === 'path' ? 'The path' : `The path “${name}”`
  const outside = points.filter(
    ([x = 0, y = 0]) => !within(x, ground.grid.x) || !within(y, ground.grid.y),
  ).length
  const left =
    outside === 0
      ? ''
      : `; ${countText(outside, 'of its points lies', 'of its points lie')} outside the picture`
  if (points.length === 1) return `${called} is the point ${place(first, ground)}${left}.`
  const steps = countText(points.length - 1, 'step')
  const comma = ground.heightOf === undefined ? '' : ','
  return `${called} goes in ${steps} from ${place(first, ground)}${comma} to ${place(last, ground)}${left}.`
}

function pointsText(points: readonly MarkedPoint[], ground: Ground): string {
  if (points.length === 0) return ''
  if (points.length > 8) return `${points.length} points are marked.`
  const texts = points.map(({ at, name }) => `${name === '' ? '' : `${name} `}${place(at, ground)}`)
  return `Marked: ${listText(texts)}.`
}

function arrowsText(arrows: readonly Arrow[]): string {
  const named = arrows.filter(({ name }) => name !== '')
  const others = arrows.length - named.length
  return [
    ...named.map(
      ({ name, from, to }) => `The arrow “${name}” goes from ${pointText(from)} to ${pointText(to)}.`,
    ),
    ...(others === 0
      ? []
      : [`${others} ${named.length > 0 ? 'more ' : ''}${others === 1 ? 'arrow is' : 'arrows are'} drawn.`]),
  ].join(' ')
}

function place(point: readonly number[], { value, heightOf }: Ground): string {
  const text = pointText(point)
  return heightOf === undefined ? text : `${text}, where ${value} = ${numberText(heightOf(point))}`
}

function within(value: number, values: readonly number[]): boolean {
  const [low, high] = extent(values)
  return value >= low && value <= high
}
