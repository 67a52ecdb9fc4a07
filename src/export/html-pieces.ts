/** A piece of HTML: a run of text, a start tag or an end tag. Names are in lower case. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly name: string }
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: readonly (readonly [key: string, value: string])[]
      readonly selfClosing: boolean
    }

/** Elements whose content is not markup: it ends at their end tag and nowhere else. */
const rawText: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

/**
 * The pieces of an HTML text, comments and declarations left out. A tag that never ends is text; the time taken
 * is proportional to the length, whatever the text.
 */
export function* pieces(html: string): Generator<Piece> {
  let at = 0
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    if (tag === -1) return yield { kind: 'text', text: html.slice(at) }
    if (tag > at) yield { kind: 'text', text: html.slice(at, tag) }
    const next = html.charAt(tag + 1)
    if (next === '!' || next === '?') {
      at = afterDeclaration(html, tag)
    } else if (/[a-z]/i.test(next) || (next === '/' && /[a-z]/i.test(html.charAt(tag + 2)))) {
      const end = endOfTag(html, tag)
      if (end === -1) return yield { kind: 'text', text: html.slice(tag) }
      const piece = readTag(html.slice(tag + 1, end))
      yield piece
      at = end + 1
      if (piece.kind === 'open' && rawText.has(piece.name)) at = endOfRawText(html, at, piece.name)
    } else {
      yield { kind: 'text', text: '<' }
      at = tag + 1
    }
  }
}

function afterDeclaration(html: string, from: number): number {
  const [end, length] = html.startsWith('<!--', from) ? ['-->', 3] : ['>', 1]
  const at = html.indexOf(end, from)
  return at === -1 ? html.length : at + length
}

/** The place of the `>` that ends the tag, quoted values passed over; -1 if there is none. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < html.length; at += 1) {
    const sign = html.charAt(at)
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html.charAt(at - 1))) quote = sign
  }
  return -1
}

function endOfRawText(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

function readTag(text: string): Piece {
  const name = /^\/?([^\s/>]*)/.exec(text)?.[1]?.toLowerCase() ?? ''
  if (text.startsWith('/')) return { kind: 'close', name }
  const rest = text.slice(name.length)
  const attributes: [string, string][] = []
  for (const found of rest.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const [, key = '', double, single, bare] = found
    attributes.push([key.toLowerCase(), decodeEntities(double ?? single ?? bare ?? '')])
  }
  return { kind: 'open', name, attributes, selfClosing: /\/\s*$/.test(rest) }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** The entities that matter in an attribute; an unknown one stays as it is written. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
