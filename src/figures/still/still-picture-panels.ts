import { type Axis, type AxisRange, axisRange, axisSettings } from './still-picture-axis.js'
import { type Json, list, number, record, string } from './still-picture-json.js'
import type { StillTrace } from './still-picture-trace.js'

/** The rectangle, in pixels, in which panels stand: paper coordinates 0 … 1 of the layout. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A pair of axes and what stands on it. */
export interface Panel {
  readonly x: Axis
  readonly y: Axis
  readonly traces: readonly StillTrace[]
}

/** The ranges of all axes that are used, x before y. */
export function readRanges(layout: Json, traces: readonly StillTrace[]): Map<string, AxisRange> {
  const ids = new Set(traces.length === 0 ? ['x', 'y'] : traces.flatMap((trace) => [trace.x, trace.y]))
  for (const key of Object.keys(layout)) {
    const own = /^([xy])axis(\d*)$/.exec(key)
    if (own !== null && traces.every((trace) => !trace.x.includes('.'))) ids.add(`${own[1]}${own[2]}`)
  }
  const ranges = new Map([...ids].sort().map((id) => [id, axisRange(id, layout, traces)]))
  for (const [id, range] of ranges) {
    const twin = ranges.get(string(range.settings['matches']) ?? '')
    if (twin === undefined || twin === range) continue
    const [lo, hi] = [Math.min(twin.lo, range.lo), Math.max(twin.hi, range.hi)]
    ranges.set(id, { ...range, lo, hi })
    ranges.set(twin.id, { ...twin, lo, hi })
  }
  return ranges
}

/** The axes in their places, those that shall have equal units made so, and the panels they make. */
export function placePanels(
  ranges: ReadonlyMap<string, AxisRange>,
  layout: Json,
  traces: readonly StillTrace[],
  box: Box,
): { axes: ReadonlyMap<string, Axis>; panels: readonly Panel[] } {
  const axes = new Map<string, Axis>()
  for (const range of ranges.values()) {
    const [a, b] = domain(range.id, layout)
    const [from, to] =
      range.letter === 'x'
        ? [box.left + a * box.width, box.left + b * box.width]
        : [box.top + (1 - a) * box.height, box.top + (1 - b) * box.height]
    axes.set(range.id, { ...range, from, to })
  }
  for (const axis of [...axes.values()]) {
    const other = axes.get(string(axis.settings['scaleanchor']) ?? '')
    if (other === undefined) continue
    const current = axes.get(axis.id) ?? axis
    for (const fitted of equalised(current, other)) axes.set(fitted.id, fitted)
  }
  const panels = new Map<string, Panel>()
  for (const trace of traces) {
    const [x, y] = [axes.get(trace.x), axes.get(trace.y)]
    if (x === undefined || y === undefined) continue
    const key = `${x.id} ${y.id}`
    panels.set(key, { x, y, traces: [...(panels.get(key)?.traces ?? []), trace] })
  }
  const [x, y] = [axes.get('x'), axes.get('y')]
  if (panels.size === 0 && x !== undefined && y !== undefined) panels.set('x y', { x, y, traces: [] })
  return { axes, panels: [...panels.values()] }
}

/** One unit of each of the two axes gets the same length: the longer one's domain shrinks, or its range grows. */
function equalised(axis: Axis, other: Axis): Axis[] {
  const ratio = number(axis.settings['scaleratio']) ?? 1
  const unit = (each: Axis) => Math.abs(each.to - each.from) / Math.max(1e-12, Math.abs(each.hi - each.lo))
  const [own, wanted] = [unit(axis), unit(other) * ratio]
  const [wide, share] = own > wanted ? [axis, wanted / own] : [other, own / wanted]
  if (!Number.isFinite(share) || share >= 1) return []
  if (wide.settings['constrain'] === 'domain') {
    const spare = (wide.to - wide.from) * (1 - share)
    const toward = string(wide.settings['constraintoward']) ?? 'middle'
    const before = ['left', 'bottom'].includes(toward) ? 0 : ['right', 'top'].includes(toward) ? 1 : 0.5
    return [{ ...wide, from: wide.from + spare * before, to: wide.to - spare * (1 - before) }]
  }
  const [middle, half] = [(wide.lo + wide.hi) / 2, (wide.hi - wide.lo) / 2 / share]
  return [{ ...wide, lo: middle - half, hi: middle + half }]
}

/** Where the axis lies on the paper, 0 … 1: as it says, or by the layout's grid. */
function domain(id: string, layout: Json): [number, number] {
  const [scene, letter] = id.split('.')
  const own =
    letter === undefined
      ? list(axisSettings(layout, id)['domain'])
      : list(record(record(layout[scene ?? ''])['domain'])[letter])
  const [a, b] = [number(own[0]), number(own[1])]
  if (a !== undefined && b !== undefined) return [a, b]
  const settings = record(layout['grid'])
  const [rows, columns] = [number(settings['rows']) ?? 1, number(settings['columns']) ?? 1]
  const isX = id.startsWith('x')
  const count = isX ? columns : rows
  if (letter !== undefined || count <= 1) return [0, 1]
  const index = Number(id.slice(1) || '1') - 1
  const isIndependent = settings['pattern'] === 'independent'
  const place = isX ? index % columns : isIndependent ? Math.floor(index / columns) : index
  const gap = number(settings[isX ? 'xgap' : 'ygap']) ?? (isIndependent ? 0.25 : 0.1)
  const size = 1 / (count - gap)
  const start = (isX || settings['roworder'] === 'bottom to top' ? place : count - 1 - place) * size
  return [start, start + size * (1 - gap)]
}
