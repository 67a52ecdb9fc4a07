import { isJsonRecord } from './json.js'

/** Colours of what surrounds the data. The neutral ones are read on white and on #111 alike. */
export const theme = {
  /** Texts, axis lines and arrows: contrast at least 4 : 1 on white and on #111. */
  neutral: '#747779',
  /** Grid lines: seen, never louder than data. */
  grid: 'rgba(128, 132, 140, 0.25)',
  /** Grid lines of three-dimensional figures, which know no transparency. */
  sceneGrid: '#85898e',
  /** The line through zero, when one is wanted. */
  zeroLine: 'rgba(128, 132, 140, 0.6)',
  transparent: 'rgba(0, 0, 0, 0)',
  font: "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif",
  fontSize: 13,
  titleSize: 16,
} as const

const modes = {
  light: { text: '#24292f', line: '#6e7781', grid: 'rgba(110, 119, 129, 0.22)', sceneGrid: '#d3d7dc' },
  dark: { text: '#d9dde3', line: '#8b949e', grid: 'rgba(139, 148, 158, 0.28)', sceneGrid: '#41464c' },
} as const

/** The page that a chart stands on. */
export type ThemeMode = keyof typeof modes

/**
 * What to give `Plotly.relayout` (or to lay over the layout) when the page is known to be light or dark. The figure
 * itself is readable on both; this makes its texts as strong as the page's own.
 *
 * @param mode 'light' or 'dark'
 * @param layout the figure's layout: which axes there are, which annotations have a colour of their own
 * @returns a flat record such as `{ 'font.color': '#24292f', 'xaxis.gridcolor': … }`
 */
export function themeLayout(
  mode: ThemeMode,
  layout: { readonly [key: string]: unknown },
): Readonly<Record<string, string>> {
  const { text, line, grid, sceneGrid } = modes[mode]
  const patch: Record<string, string> = { 'font.color': text, 'title.font.color': text }
  if (isJsonRecord(layout['legend'])) patch['legend.font.color'] = text
  const axes = Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key))
  const scenes = Object.keys(layout).filter((key) => /^scene\d*$/.test(key))
  for (const axis of [
    ...axes,
    ...scenes.flatMap((scene) => ['x', 'y', 'z'].map((a) => `${scene}.${a}axis`)),
  ]) {
    patch[`${axis}.color`] = text
    patch[`${axis}.tickfont.color`] = text
    patch[`${axis}.title.font.color`] = text
    patch[`${axis}.linecolor`] = line
    patch[`${axis}.gridcolor`] = axis.startsWith('scene') ? sceneGrid : grid
    patch[`${axis}.zerolinecolor`] = line
  }
  for (const [list, keys] of [
    ['annotations', ['font.color', 'arrowcolor']],
    ['shapes', ['line.color', 'label.font.color']],
  ] as const) {
    entries(layout[list]).forEach((item, i) => {
      for (const key of keys) if (colourAt(item, key) === theme.neutral) patch[`${list}[${i}].${key}`] = text
    })
  }
  return patch
}

function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function colourAt(item: unknown, path: string): unknown {
  let value = item
  for (const key of path.split('.')) value = isJsonRecord(value) ? value[key] : undefined
  return value
}
