import { escapeXml } from '../figures/text/escape-xml.js'
import { isObject } from '../jupyter/notebook/is-object.js'
import { chartHeight, equalAxes, leastSize } from './chart-size.js'
import { embedJson } from './embed-json.js'
import type { FigureJson } from './mime-bundle.js'
import { sanitise } from './sanitise.js'
import { still } from './still.js'

/** A chart's place in a page, and its data as JSON for the page's script. */
export function chart(figure: FigureJson, plain: string | undefined, id: string): string {
  const data = `<script type="application/json">${embedJson(figure)}</script>`
  return chartPlace(figure, plain, id, data)
}

/**
 * A chart's place in a page: title, a still picture until the live one is drawn, the sentence that says what it
 * shows, room for its controls and its numbers.
 *
 * @param figure untrusted
 * @param plain the bundle's `text/plain`, read where the figure has no summary of its own
 * @param id the element's id
 * @param inside HTML to stand in it too
 */
export function chartPlace(figure: FigureJson, plain: string | undefined, id: string, inside = ''): string {
  const { title, subtitle } = titleOf(figure)
  const summary = summaryOf(figure) ?? plain ?? 'A chart without a text summary.'
  const [equal, height] = [equalAxes(figure), chartHeight(figure)]
  const heading = title === undefined ? '' : sanitise(title, `${id}-`)
  const below = subtitle === undefined ? '' : `<span class="subtitle">${sanitise(subtitle, `${id}-`)}</span>`
  const least = leastSize(figure)
  const sizes = [
    `--height:${height}px`,
    ...(equal === undefined ? [] : [`--width:${equal.width}px`, `--shape:${equal.shape}`]),
    ...(least.width === undefined ? [] : [`--least-width:${least.width}px`]),
    ...(least.height === undefined ? [] : [`--least-height:${least.height}px`]),
  ].join(';')
  const plot = `<div class="plot" role="img" aria-label="${escapeXml(summary)}">${still(figure, height, `${id}-`)}</div>`
  return `<figure class="chart${equal === undefined ? '' : ' equal'}" id="${escapeXml(id)}" style="${sizes}">
${heading + below === '' ? '' : `<figcaption>${heading}${below}</figcaption>\n`}${least.width === undefined ? plot : `<div class="scroll">${plot}</div>`}
<div class="controls"></div>
<div class="more">
<details><summary>Text summary</summary><p>${escapeXml(summary)}</p></details>
<details class="numbers"><summary>Show the numbers</summary><div class="tables"></div></details>
</div>
${inside}
</figure>
`
}

function summaryOf({ layout }: FigureJson): string | undefined {
  const meta = layout['meta']
  const summary = isObject(meta) ? meta['summary'] : undefined
  return typeof summary === 'string' && summary !== '' ? summary : undefined
}

/** Title and subtitle. They stand above the plot as text of the page, where they wrap and can be read aloud. */
function titleOf({ layout }: FigureJson): { title?: string; subtitle?: string } {
  const { title } = layout
  if (typeof title === 'string') return { title: unwrapped(title) }
  if (!isObject(title)) return {}
  const subtitle = isObject(title['subtitle']) ? title['subtitle']['text'] : undefined
  return {
    ...(typeof title['text'] === 'string' ? { title: unwrapped(title['text']) } : {}),
    ...(typeof subtitle === 'string' ? { subtitle: unwrapped(subtitle) } : {}),
  }
}

/** Breaks fit a title to a plot's width; here it wraps by itself. */
function unwrapped(text: string): string {
  return text.replace(/\s*<br\s*\/?>\s*/gi, ' ')
}
