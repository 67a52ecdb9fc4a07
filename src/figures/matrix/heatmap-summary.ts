import { shapeOf } from '../../math/shape-of.js'
import { extent } from '../base/values.js'
import { listText, numberText } from '../text/number-text.js'
import type { Panel } from './heatmap-argument.js'
import { matrixTexts } from './matrix-numbers.js'

/** A matrix in a sentence: all its numbers when they are few, else its lowest and highest and where they stand. */
export function matrixSummary(panel: Panel, digits: number): string {
  const { name, m } = panel
  const rows = matrixTexts(m, digits).map((row, i) => {
    const label = panel.rowNames?.[i] ?? (m.rows === 1 ? '' : `row ${i + 1}`)
    return `${label === '' ? '' : `${label}: `}${row.join(', ')}`
  })
  if (m.values.length <= 60) return `${name} is ${shapeOf(m)}: ${rows.join('; ')}.`
  const [low, high] = extent(m.values)
  const mean = m.values.reduce((sum, value) => sum + value, 0) / m.values.length
  const place = (value: number) => {
    const k = m.values.indexOf(value)
    return `row ${Math.floor(k / m.columns) + 1}, column ${(k % m.columns) + 1}`
  }
  return `${name} is ${shapeOf(m)}: lowest ${numberText(low)} in ${place(low)}, highest ${numberText(high)} in ${place(high)}, mean ${numberText(mean)}.`
}

/** Several matrices with what they have in common. */
export function heatmapsSummary(panels: readonly Panel[], digits: number): string {
  const first =
    panels.length === 1
      ? ''
      : `${listText(panels.map((panel) => panel.name))} as heat maps with one colour scale. `
  return first + panels.map((panel) => matrixSummary(panel, digits)).join(' ')
}
