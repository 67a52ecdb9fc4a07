import { escapeXml } from '../figures/text/escape-xml.js'
import { type Piece, pieces } from './html-pieces.js'
import { safeAttribute } from './safe-attribute.js'
import { dropped, elements, foreign, voids } from './sanitise-elements.js'

/**
 * HTML of an output, made safe: it is read piece by piece and written anew, with elements, attributes, styles and
 * links of a fixed list only. No script, no request, no id that could be taken for one of the page's own.
 *
 * What is written holds no element whose content a browser reads otherwise than as ordinary markup (no script,
 * style, textarea, comment …) and has every `<` and `>` of a text or an attribute escaped. So however a browser
 * nests the result, each tag in it is one that was allowed here.
 *
 * @param html untrusted
 * @param idPrefix put before every id and every link to one, so that outputs do not meet
 */
export function sanitise(html: string, idPrefix: string): string {
  const open: string[] = []
  const written: string[] = []
  let skipped: string | undefined
  for (const piece of pieces(html)) {
    if (skipped !== undefined) {
      if (piece.kind === 'close' && piece.name === skipped) skipped = undefined
    } else if (piece.kind === 'text') {
      written.push(escapeText(piece.text))
    } else if (piece.kind === 'close') {
      written.push(close(piece.name, open))
    } else if (dropped.has(piece.name) && !(piece.name === 'title' && open.includes('svg'))) {
      if (!piece.selfClosing) skipped = piece.name
    } else if (allowed(piece.name)) {
      written.push(tag(piece, open, idPrefix))
    }
  }
  return written.join('') + closeFrom(0, open)
}

function allowed(name: string): boolean {
  return elements.has(name) || foreign.has(name)
}

function tag(piece: Piece & { kind: 'open' }, open: string[], idPrefix: string): string {
  const { name } = piece
  const inForeign = foreign.has(name)
  const attributes = piece.attributes
    .map(([key, value]) => safeAttribute(name, key, value, idPrefix))
    .filter((attribute) => attribute !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')
  if (voids.has(name)) return `<${name}${attributes}>`
  if (piece.selfClosing && inForeign) return `<${name}${attributes}></${name}>`
  open.push(name)
  return `<${name}${attributes}>`
}

/** Closes the innermost element of this name and all that stand open inside it; a stray end tag is dropped. */
function close(name: string, open: string[]): string {
  const at = open.lastIndexOf(name)
  return at === -1 ? '' : closeFrom(at, open)
}

function closeFrom(at: number, open: string[]): string {
  return open
    .splice(at)
    .reverse()
    .map((inner) => `</${inner}>`)
    .join('')
}

/** Entities written by the author (`&lt;`, `&#955;`) stay; a bare `&` is escaped. */
function escapeText(text: string): string {
  return text
    .replace(/&(?!(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
