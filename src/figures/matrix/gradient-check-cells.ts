import type { Trace } from '../base/figure.js'
import { theme } from '../base/theme.js'
import type { ColourScale } from '../colour/colour-scales.js'
import { inkOn, inks } from '../colour/ink.js'
import type { CheckedPasses } from './gradient-check-argument.js'
import { colourOf } from './heatmap-scale.js'

const colours: ColourScale = [
  [0, '#f0b48c'],
  [1, '#8c3100'],
]
const scale = { colours, low: 0, high: 1 }

/** A fill for each matrix that is wrong, the darker the more. */
export function checkCells({ passes, columns }: CheckedPasses, tolerance: number): Trace {
  return {
    type: 'heatmap',
    z: passes.map(({ errors }) =>
      columns.map((_, j) => {
        const error = errors?.[j] ?? 0
        return error > tolerance ? Math.min(1, Number(error.toPrecision(3))) : null
      }),
    ),
    x0: 1,
    dx: 1,
    y0: 1,
    dy: 1,
    colorscale: colours,
    zmin: 0,
    zmax: 1,
    xgap: 2,
    ygap: 2,
    showscale: false,
    hoverinfo: 'skip',
  }
}

/** What stands in the cells: in the page's neutral colour on no fill, else in the ink that is read on the fill. */
export function checkTexts({ passes, columns }: CheckedPasses, tolerance: number): Trace[] {
  // Beside the line between the layers, not under it.
  const beside = (1 + (columns.filter((name) => name.endsWith('2')).length || columns.length)) / 2
  const all = passes.flatMap(({ name, errors }, i) => {
    if (errors === undefined)
      return [{ x: beside, y: i + 1, text: 'did not run', hover: name, ink: theme.neutral }]
    return errors.flatMap((error, j) => {
      if (error === undefined) return []
      const isRight = error <= tolerance
      const ink = isRight ? theme.neutral : inks[inkOn(colourOf(scale, Math.min(1, error)))]
      const hover = `${name}, ${columns[j]}: ${isRight ? 'right' : error === Infinity ? 'wrong shape' : `relative error ${Number(error.toPrecision(3))}`}`
      return [{ x: j + 1, y: i + 1, text: isRight ? '•' : errorText(error), hover, ink }]
    })
  })
  return [...new Set(all.map((text) => text.ink))].map((ink) => {
    const own = all.filter((text) => text.ink === ink)
    return {
      type: 'scatter',
      mode: 'text',
      x: own.map((text) => text.x),
      y: own.map((text) => text.y),
      text: own.map((text) => text.text),
      hovertext: own.map((text) => text.hover),
      hoverinfo: 'text',
      textfont: { size: 11, color: ink },
      showlegend: false,
    }
  })
}

/** Four letters at most, so that it fits a narrow cell. */
function errorText(error: number): string {
  if (error === Infinity) return '∞'
  return error < 0.005 ? error.toExponential(0).replace('-', '−') : error.toFixed(2)
}
