import { stillPicture } from '../figures/index.js'
import type { FigureJson } from './mime-bundle.js'
import { sanitise } from './sanitise.js'

/** Width over height of a still picture. It is scaled to its place, so the shape is what matters. */
const shape = 1.5

/**
 * The still picture that stands where a chart will be drawn: what is seen without a script, and on paper where the
 * chart was not drawn yet. Empty where the figure is none that can be drawn still.
 *
 * @param figure untrusted
 * @param height in CSS pixels
 * @param idPrefix put before ids
 */
export function still(figure: FigureJson, height: number, idPrefix: string): string {
  const { title: _title, ...layout } = figure.layout
  try {
    const picture = stillPicture({ data: figure.data, layout }, { width: Math.round(height * shape), height })
    // The plot around it has a name already: a picture in a picture would be read twice.
    return sanitise(picture, idPrefix).replace(/ role="img" aria-label="[^"]*"/, ' aria-hidden="true"')
  } catch {
    return ''
  }
}
