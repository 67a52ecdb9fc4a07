/** A formula in a text: where it stands with its delimiters, and what is between them. */
export interface FoundMath {
  readonly start: number
  readonly end: number
  readonly latex: string
  readonly display: boolean
}

/** As Jupyter's MathJax is set up. An environment stays part of its LaTeX. */
const delimiters = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
  { open: '$', close: '$', display: false },
] as const

/** Finds the formulas of a text in order. A delimiter after a backslash is none, and one inside braces ends nothing. */
export function findMath(text: string): FoundMath[] {
  const found: FoundMath[] = []
  for (let at = 0; at < text.length; at += 1) {
    const math = mathAt(text, at)
    if (math !== undefined) {
      found.push(math)
      at = math.end - 1
    } else if (text[at] === '\\') at += 1
  }
  return found
}

function mathAt(text: string, start: number): FoundMath | undefined {
  const environment = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(text.slice(start, start + 40))
  if (environment !== null) {
    const close = `\\end{${environment[1]}}`
    const at = text.indexOf(close, start)
    if (at === -1) return undefined
    const end = at + close.length
    return { start, end, latex: text.slice(start, end), display: true }
  }
  const kind = delimiters.find(({ open }) => text.startsWith(open, start))
  if (kind === undefined) return undefined
  const { open, close, display } = kind
  const at = closing(text, start + open.length, close)
  const latex = at === undefined ? '' : text.slice(start + open.length, at).trim()
  return at === undefined || latex === '' ? undefined : { start, end: at + close.length, latex, display }
}

function closing(text: string, from: number, close: string): number | undefined {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (depth <= 0 && text.startsWith(close, at)) return at
    if (text[at] === '\\') at += 1
    else if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
  }
  return undefined
}
