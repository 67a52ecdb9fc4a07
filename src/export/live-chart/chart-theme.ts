import { type ThemeMode, themeLayout } from '../../figures/base/theme.js'
import { isJson, type Json } from './plotly.js'

/** Behind a hover label, its frame and its text. */
const hover = {
  light: ['#ffffff', '#9aa1a9', '#24292f'],
  dark: ['#23272e', '#6e7781', '#e2e5ea'],
} as const

/** Grid lines of a scene: WebGL draws them without the transparency that the flat grid has. */
const sceneGrid = { light: '#d3d7dc', dark: '#41474f' } as const

/** The changes that fit a figure to the page's theme, as `Plotly.relayout` takes them. */
export function themeChanges(mode: ThemeMode, layout: Json): Json {
  const [background, frame, text] = hover[mode]
  const grids = Object.keys(layout)
    .filter((key) => /^scene\d*$/.test(key))
    .flatMap((scene) =>
      ['xaxis', 'yaxis', 'zaxis'].map((axis) => [`${scene}.${axis}.gridcolor`, sceneGrid[mode]]),
    )
  return {
    // The layout is JSON, read from the page.
    ...themeLayout(mode, layout as Parameters<typeof themeLayout>[1]),
    ...Object.fromEntries(grids),
    'hoverlabel.bgcolor': background,
    'hoverlabel.bordercolor': frame,
    'hoverlabel.font.color': text,
  }
}

/** A copy of the layout with the changes made, for the first drawing: `annotations[0].font.color` and the like. */
export function withChanges(layout: Json, changes: Json): Json {
  const copy = structuredClone(layout)
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(/[.[\]]+/)
    const last = keys.pop()
    if (last === undefined) continue
    let at = copy
    for (const key of keys) {
      const found = at[key]
      const next = container(found)
      if (next !== found) at[key] = next
      at = next
    }
    at[last] = value
  }
  return copy
}

/** What a path leads on into. `title: 'x'` is Plotly's short way to write `title: { text: 'x' }`. */
function container(found: unknown): Json {
  if (isJson(found)) return found
  // A list is reached into by its places, which are keys like any other.
  if (Array.isArray(found)) return found as unknown as Json
  return typeof found === 'string' ? { text: found } : {}
}
