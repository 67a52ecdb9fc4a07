import { isJson, type Json } from './plotly.js'

/** Where Plotly looks from when a figure does not say. */
const usualCamera = {
  eye: { x: 1.25, y: 1.25, z: 1.25 },
  center: { x: 0, y: 0, z: 0 },
  up: { x: 0, y: 0, z: 1 },
}

/** The changes that bring a zoomed or turned figure back, as `Plotly.relayout` takes them. */
export function firstView(layout: Json): Json {
  const changes: Json = {}
  for (const [key, value] of Object.entries(layout)) {
    if (!isJson(value)) continue
    if (/^[xy]axis\d*$/.test(key)) {
      if (Array.isArray(value['range'])) changes[`${key}.range`] = [...value['range']]
      else changes[`${key}.autorange`] = value['autorange'] ?? true
    }
    if (/^scene\d*$/.test(key)) changes[`${key}.camera`] = value['camera'] ?? usualCamera
  }
  return changes
}

/**
 * The view as it is now, as changes that bring it about: ranges of axes and cameras that differ from `first`.
 * Undefined where none does.
 *
 * @param now Plotly's own layout of the drawn chart
 * @param first the same, when it had just been drawn
 */
export function movedView(now: Json, first: Json): Json | undefined {
  const view: Json = {}
  for (const [key, was] of Object.entries(first)) {
    const is = now[key]
    if (!isJson(was) || !isJson(is)) continue
    if (/^[xy]axis\d*$/.test(key) && Array.isArray(is['range']) && !isSame(is['range'], was['range'])) {
      view[`${key}.range`] = [...is['range']]
      view[`${key}.autorange`] = false
    }
    if (/^scene\d*$/.test(key) && !isSame(is['camera'], was['camera'])) view[`${key}.camera`] = is['camera']
  }
  return Object.keys(view).length === 0 ? undefined : structuredClone(view)
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether a change may have moved the view: Plotly also tells of sizes and colours. */
export function isViewChange(changes: Json): boolean {
  return Object.keys(changes).some((key) => /\.(?:range(?:\[\d\])?|autorange|camera)$/.test(key))
}
