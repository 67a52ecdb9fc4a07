import { escapeXml } from '../text/escape-xml.js'

export interface TextStyle {
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Where y is: at the first line's baseline, or at the top, middle or bottom of the whole text. */
  readonly valign?: 'baseline' | 'top' | 'middle' | 'bottom'
  readonly colour?: string | undefined
  readonly bold?: boolean
  /** Degrees, clockwise, around (x, y). */
  readonly angle?: number
}

/** Lines of a text with Plotly's tags, without the tags. */
export function plainLines(text: string): string[] {
  return text.split(/<br\s*\/?>/i).map((line) => decode(line.replace(/<\/?[a-z][^<>]*>/gi, '')))
}

/** How wide a text is, in pixels, as near as can be told without drawing it. */
export function textWidth(text: string, size: number): number {
  const line = (plain: string) =>
    [...plain].reduce((sum, letter) => sum + (/[ .,:;'|!iljtfI()·]/.test(letter) ? 0.31 : 0.57), 0)
  return Math.max(0, ...plainLines(text).map(line)) * size
}

/** An SVG text from Plotly's: `<br>`, `<b>`, `<i>`, `<sub>` and `<sup>` are kept, other tags dropped. */
export function svgText(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { size = 12, anchor = 'start', valign = 'baseline', colour, bold, angle } = style
  const lines = text.split(/<br\s*\/?>/i)
  const above = { baseline: 0, top: 0.8, middle: 0.35 - (lines.length - 1) * 0.6, bottom: -0.2 }[valign]
  const extra = valign === 'bottom' ? -(lines.length - 1) * 1.2 : 0
  const top = y + (above + extra) * size
  const attributes = [
    `x="${short(x)}" y="${short(top)}"`,
    size === 12 ? '' : `font-size="${short(size)}"`,
    anchor === 'start' ? '' : `text-anchor="${anchor}"`,
    colour === undefined ? '' : `fill="${escapeXml(colour)}"`,
    bold ? 'font-weight="bold"' : '',
    angle ? `transform="rotate(${short(angle)} ${short(x)} ${short(y)})"` : '',
  ]
  const body = lines.map((line, index) => {
    const inner = richLine(line)
    return index === 0 ? inner : `<tspan x="${short(x)}" dy="1.2em">${inner}</tspan>`
  })
  return `<text ${attributes.filter((part) => part !== '').join(' ')}>${body.join('')}</text>`
}

/** At most one decimal, no needless zero. */
export function short(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return String(Object.is(rounded, -0) ? 0 : rounded)
}

function richLine(line: string): string {
  const open: string[] = []
  let raised = 0
  const pieces = line.split(/(<\/?[a-z][^<>]*>)/i).map((piece) => {
    const tag = /^<(\/?)([a-z]+)/i.exec(piece)
    if (tag === null) {
      if (piece === '') return ''
      const level = open.includes('sub') ? 0.25 : open.includes('sup') ? -0.4 : 0
      const shift = level - raised
      raised = level
      const style = [
        shift === 0 ? '' : ` dy="${Math.round(shift * 120) / 100}em"`,
        level === 0 ? '' : ' font-size="75%"',
        open.includes('b') ? ' font-weight="bold"' : '',
        open.includes('i') ? ' font-style="italic"' : '',
      ].join('')
      const safe = escapeXml(decode(piece))
      return style === '' ? safe : `<tspan${style}>${safe}</tspan>`
    }
    const name = (tag[2] ?? '').toLowerCase()
    if (tag[1] === '') open.push(name)
    else if (open.includes(name)) open.splice(open.lastIndexOf(name), 1)
    return ''
  })
  return pieces.join('')
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
