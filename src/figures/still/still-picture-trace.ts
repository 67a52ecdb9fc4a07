import { type Json, list, number, record, string } from './still-picture-json.js'

/** A trace as the still picture reads it: what it is, and the axes it stands on. */
export interface StillTrace {
  readonly type: string
  readonly settings: Json
  /** Ids of its axes: `x`, `y2`; `scene.x` and `scene.y` for a 3-D trace, which is seen from above. */
  readonly x: string
  readonly y: string
  /** Its colour when it names none. */
  readonly colour: string
}

const drawn = ['scatter', 'scattergl', 'bar', 'heatmap', 'contour', 'surface', 'scatter3d']
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7f7f7f']

/** The traces that can be drawn, in order, and the types of those that cannot. */
export function readTraces(data: readonly unknown[], layout: Json): { traces: StillTrace[]; left: string[] } {
  const way = list(layout['colorway'])
  const traces: StillTrace[] = []
  const left: string[] = []
  data.map(record).forEach((settings, index) => {
    const type = string(settings['type']) ?? 'scatter'
    if (settings['visible'] === false || settings['visible'] === 'legendonly') return
    if (!drawn.includes(type)) {
      if (!left.includes(type)) left.push(type)
      return
    }
    const scene = string(settings['scene']) ?? 'scene'
    const flat = type !== 'surface' && type !== 'scatter3d'
    traces.push({
      type,
      settings,
      x: flat ? (string(settings['xaxis']) ?? 'x') : `${scene}.x`,
      y: flat ? (string(settings['yaxis']) ?? 'y') : `${scene}.y`,
      colour: string(way[index % Math.max(1, way.length)]) ?? colours[index % colours.length] ?? '#888888',
    })
  })
  return { traces, left }
}

export function isGrid(trace: StillTrace): boolean {
  return trace.type === 'heatmap' || trace.type === 'contour' || trace.type === 'surface'
}

/** x or y of a trace: what it says, else 0, 1, 2 … for as many as there are. */
export function coordinates(trace: StillTrace, letter: 'x' | 'y'): readonly unknown[] {
  const own = list(trace.settings[letter])
  if (isGrid(trace)) {
    const rows = list(trace.settings['z'])
    const columns = Math.max(0, ...rows.map((row) => list(row).length))
    const wanted = letter === 'x' ? columns : rows.length
    if (own.length === 0) return counted(trace, letter, wanted)
    // A surface may give x and y for every entry; its first row or column stands for all.
    if (!Array.isArray(own[0])) return own
    return letter === 'x' ? list(own[0]) : own.map((row) => list(row)[0])
  }
  if (own.length > 0) return own
  return counted(trace, letter, list(trace.settings[letter === 'x' ? 'y' : 'x']).length)
}

function counted(trace: StillTrace, letter: 'x' | 'y', length: number): number[] {
  const start = number(trace.settings[`${letter}0`]) ?? 0
  const step = number(trace.settings[`d${letter}`]) ?? 1
  return Array.from({ length }, (_, k) => start + k * step)
}
