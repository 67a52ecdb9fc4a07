import { numberText } from '../../figures/text/number-text.js'
import { isJson, type Json, type PlotlyFigure } from './plotly.js'

/** A table of a chart's data: a head, and rows as long as the head. */
export interface NumbersTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (number | string)[])[]
}

/**
 * The data of a chart as tables, one for each trace: points as columns (x, y, z and text), a field of values
 * (contour, heat map, surface) as a grid with its x along the head and its y down the side.
 */
export function numbersOf({ data, layout }: PlotlyFigure): NumbersTable[] {
  // What a pointer skips is drawing: the numbers written into a heat map's cells, say.
  const told = data.filter((trace) => trace['hoverinfo'] !== 'skip')
  return (told.length > 0 ? told : data)
    .map((trace, index) => tableOf(trace, layout, plain(trace['name']) ?? `Series ${index + 1}`))
    .filter((table) => table !== undefined)
}

function tableOf(trace: Json, layout: Json, caption: string): NumbersTable | undefined {
  const z = trace['z']
  if (Array.isArray(z) && Array.isArray(z[0])) return gridOf(trace, z, layout, caption)
  const columns = ['x', 'y', 'z', 'text', 'values', 'labels']
    .map((key) => ({ head: headOf(key, trace, layout), values: trace[key] }))
    .filter((column): column is { head: string; values: unknown[] } => Array.isArray(column.values))
  if (columns.length === 0) return undefined
  const length = Math.max(...columns.map(({ values }) => values.length))
  const rows = Array.from({ length }, (_, i) => columns.map(({ values }) => cellOf(values[i])))
  return {
    caption,
    head: columns.map(({ head }) => head),
    rows: rows.filter((row) => row.some((cell) => cell !== '')),
  }
}

function gridOf(trace: Json, z: unknown[], layout: Json, caption: string): NumbersTable {
  const rows = z.filter((row): row is unknown[] => Array.isArray(row))
  const width = Math.max(...rows.map((row) => row.length))
  const at = (key: 'x' | 'y', i: number): number | string => {
    const values = trace[key]
    const value = Array.isArray(values) ? values[i] : i + 1
    return cellOf(Array.isArray(value) ? (key === 'x' ? value[i] : value[0]) : value)
  }
  const corner = `${headOf('y', trace, layout)} \\ ${headOf('x', trace, layout)}`
  return {
    caption,
    head: [corner, ...Array.from({ length: width }, (_, j) => short(at('x', j)))],
    rows: rows.map((row, i) => [at('y', i), ...Array.from({ length: width }, (_, j) => cellOf(row[j]))]),
  }
}

/** The axis's title, else the key's own name. */
function headOf(key: string, trace: Json, layout: Json): string {
  const reference = trace[`${key}axis`]
  const number = typeof reference === 'string' ? reference.slice(1) : ''
  const scene = layout[typeof trace['scene'] === 'string' ? trace['scene'] : 'scene']
  const flat = layout[`${key}axis${number}`]
  const axis = isJson(flat) ? flat : isJson(scene) ? scene[`${key}axis`] : undefined
  const title = isJson(axis) ? axis['title'] : undefined
  return plain(isJson(title) ? title['text'] : title) ?? key
}

function cellOf(value: unknown): number | string {
  if (typeof value === 'number') return value
  return value === null || value === undefined ? '' : (plain(String(value)) ?? '')
}

function short(value: number | string): string {
  return typeof value === 'number' ? numberText(value, 4) : value
}

/** Plotly's texts may hold `<b>`, `<br>` and their like. */
function plain(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const words = text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .trim()
  return words === '' ? undefined : words
}
