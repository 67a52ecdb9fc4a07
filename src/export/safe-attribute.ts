import { safeStyle } from './safe-style.js'

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/))

/** Attributes that do no more than describe, in HTML. */
const html = list(
  'alt cite colspan datetime dir height lang open reversed role rowspan scope span start title width',
)

/** Those that draw or set, in SVG and MathML. */
const drawing = list(`
  viewbox preserveaspectratio d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy rotate points transform pathlength
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray
  stroke-dashoffset stroke-miterlimit opacity color clip-path clip-rule mask visibility paint-order vector-effect
  font-family font-size font-style font-weight letter-spacing text-anchor text-decoration dominant-baseline
  alignment-baseline baseline-shift textlength lengthadjust shape-rendering
  gradientunits gradienttransform spreadmethod offset stop-color stop-opacity patternunits patterntransform
  clippathunits maskunits marker-start marker-mid marker-end markerwidth markerheight markerunits orient refx refy
  focusable
  accent accentunder alttext columnalign columnlines columnspacing depth display displaystyle fence form frame framespacing
  largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation
  rowalign rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset
`)

/** Attributes that name ids. */
const references = list('for headers aria-controls aria-describedby aria-details aria-labelledby aria-owns')

/** Classes of our own rooms and of MathJax; others could be taken for the page's. */
const ownClass = /^(?:backprop|formula|mjx|MathJax|MJX)[\w-]*$/

/**
 * One attribute of an untrusted element as it may be written, or undefined where it may not.
 *
 * @param element the element's name, in lower case
 * @param key the attribute's name, in lower case
 * @param value its value, entities decoded
 * @param idPrefix put before ids
 */
export function safeAttribute(
  element: string,
  key: string,
  value: string,
  idPrefix: string,
): readonly [key: string, value: string] | undefined {
  const keep = (kept: string) => (kept === '' ? undefined : ([key, kept] as const))
  if (key === 'id') return keep(/^\S+$/.test(value) ? idPrefix + value : '')
  if (key === 'class')
    return keep(
      value
        .split(/\s+/)
        .filter((name) => ownClass.test(name))
        .join(' '),
    )
  if (key === 'style') return keep(safeStyle(value))
  if (key === 'tabindex') return keep(value === '0' || value === '-1' ? value : '')
  if (references.has(key)) return keep(prefixed(value, idPrefix))
  if (key === 'href' || key === 'xlink:href') return link(element, value, idPrefix)
  if (key === 'src') return keep(element === 'img' && isPicture(value) ? value : '')
  if (drawing.has(key)) return drawingAttribute(key, value, idPrefix)
  return html.has(key) || /^aria-[a-z]+$/.test(key) ? [key, value] : undefined
}

/** Whether a link is a picture that stands in the page itself. */
export function isPicture(address: string): boolean {
  return /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]*$/i.test(address)
}

function link(element: string, value: string, idPrefix: string): readonly [string, string] | undefined {
  if (/^#\S+$/.test(value)) return ['href', `#${idPrefix}${value.slice(1)}`]
  const outside = element === 'a' && /^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(value)
  return outside ? ['href', value] : undefined
}

/** A paint or a clip may point into the output (`url(#a)`), nowhere else. */
function drawingAttribute(
  key: string,
  value: string,
  idPrefix: string,
): readonly [string, string] | undefined {
  const inside = /^\s*url\(\s*["']?#([\w:.-]+)["']?\s*\)\s*$/.exec(value)
  if (inside !== null) return [key, `url(#${idPrefix}${inside[1] ?? ''})`]
  return /url|\\|image|javascript/i.test(value) ? undefined : [key, value]
}

function prefixed(ids: string, idPrefix: string): string {
  return ids
    .split(/\s+/)
    .filter((id) => id !== '')
    .map((id) => idPrefix + id)
    .join(' ')
}
