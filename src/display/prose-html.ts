import { escapeXml } from '../figures/text/escape-xml.js'

/** Code of up to so many letters stays on one line; Jupyter's own style breaks it between any two letters. */
const mostUnbroken = 32

/** A sentence with `code`, **strong** and *stressed* words as HTML. */
export function inlineHtml(text: string): string {
  return text
    .split('`')
    .map((piece, i) => (i % 2 === 1 ? inlineCode(piece) : stressed(escapeXml(piece))))
    .join('')
}

function inlineCode(code: string): string {
  const style = code.length <= mostUnbroken ? ' style="white-space:nowrap"' : ''
  return `<code${style}>${escapeXml(code)}</code>`
}

function stressed(html: string): string {
  return html
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*/g, '$1<em>$2</em>')
}

/** Paragraphs as HTML; an empty one is left out. */
export function paragraphsHtml(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => `<p style="margin:.35em 0">${inlineHtml(text)}</p>`)
    .join('')
}

/** Code in lines, each with its number if asked. */
export function codeHtml(lines: readonly string[], numbers: 'yes' | 'no'): string {
  const width = String(lines.length).length
  const text = lines
    .map((line, i) =>
      numbers === 'yes'
        ? `<span style="opacity:.7;user-select:none">${String(i + 1).padStart(width)}  </span>${escapeXml(line)}`
        : escapeXml(line),
    )
    .join('\n')
  return `<pre style="margin:.4em 0;padding:.5em .75em;overflow-x:auto;background:rgba(128,128,128,.12);border-radius:4px" tabindex="0"><code style="background:none;padding:0;white-space:pre">${text}</code></pre>`
}

/** The same in a client that shows text alone. */
export function codeText(lines: readonly string[], numbers: 'yes' | 'no'): string {
  const width = String(lines.length).length
  return lines
    .map((line, i) => (numbers === 'yes' ? `${String(i + 1).padStart(width)}  ${line}` : line))
    .join('\n')
}
