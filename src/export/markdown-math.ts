import type MarkdownIt from 'markdown-it'
import type { BlockState, InlineState } from 'markdown-it'

/** Makes a formula's LaTeX into HTML. */
export type TypesetFormula = (latex: string, display: 'inline' | 'block') => string

/**
 * Formulas in Markdown as Jupyter reads them: `$…$` in a line, `$$…$$` and `\begin{…}…\end{…}` as blocks.
 * A `$` before a space, or a closing one before a digit, is a dollar; `\$` always is.
 */
export function markdownMath(markdown: MarkdownIt, typeset: TypesetFormula): void {
  markdown.inline.ruler.before('escape', 'math_inline', inlineRule)
  markdown.block.ruler.before('fence', 'math_block', blockRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  const render = (display: 'inline' | 'block') => (tokens: { content: string }[], index: number) =>
    typeset(tokens[index]?.content ?? '', display)
  markdown.renderer.rules['math_inline'] = render('inline')
  markdown.renderer.rules['math_display'] = render('block')
  markdown.renderer.rules['math_block'] = render('block')
}

function inlineRule(state: InlineState, silent: boolean): boolean {
  const rest = state.src.slice(state.pos, state.posMax)
  if (!rest.startsWith('$')) return false
  const display = /^\$\$((?:\\[\s\S]|[^$\\])+)\$\$/.exec(rest)
  const found = display ?? /^\$(?!\s)((?:\\[\s\S]|[^$\\])*?[^\s\\]|\\[\s\S])\$(?!\d)/.exec(rest)
  if (found === null) return false
  if (!silent) {
    const token = state.push(display === null ? 'math_inline' : 'math_display', 'math', 0)
    token.content = (found[1] ?? '').trim()
  }
  state.pos += found[0].length
  return true
}

function blockRule(state: BlockState, start: number, end: number, silent: boolean): boolean {
  if ((state.sCount[start] ?? 0) - state.blkIndent >= 4) return false
  const close = closingOf(lineAt(state, start))
  if (close === undefined) return false
  let last = start
  while (!closes(lineAt(state, last), close, last === start)) {
    last += 1
    if (last >= end || lineAt(state, last) === '') return false
  }
  if (silent) return true
  const text = state.getLines(start, last + 1, state.blkIndent, false).trim()
  const token = state.push('math_block', 'math', 0)
  token.block = true
  token.map = [start, last + 1]
  token.content = close === '$$' ? text.slice(2, -2).trim() : text
  state.line = last + 1
  return true
}

/** What has to end the block that this line begins, or undefined if it begins none. */
function closingOf(line: string): string | undefined {
  if (line.startsWith('$$')) return '$$'
  const environment = /^\\begin\{([a-z]+\*?)\}/.exec(line)?.[1]
  return environment === undefined ? undefined : `\\end{${environment}}`
}

/** Whether the line ends the block. A first line `$$` opens it, and does not close it as well. */
function closes(line: string, close: string, first: boolean): boolean {
  return (
    line.endsWith(close) &&
    !(first && close === '$$' && (line.length < 4 || line.slice(2, -2).includes('$$')))
  )
}

function lineAt(state: BlockState, line: number): string {
  return state.src
    .slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0)
    .trim()
}
