/** What stands around an interpolated number, as far as it decides how the number is written. */
export interface Place {
  /** After `^`, `_`, `\frac` and the like: the whole number is the argument, so it goes in braces. */
  readonly argument: boolean
  /** Inside `\text{…}`: the number brings its own dollars. */
  readonly text: boolean
  /** A minus here would be read as an operator, or a power would catch the digits alone. */
  readonly bracketsForMinus: boolean
  /** A product here would be read wrongly: under a slash, or raised to a power. */
  readonly bracketsForProduct: boolean
  /** A digit stands before it: 2 and 3 would read 23. */
  readonly afterDigit: boolean
}

const takesArgument =
  /(?:[_^]|\\(?:[dtc]?frac|[dt]?binom|sqrt(?:\[[^\]]*\])?|hat|bar|vec|tilde|dot|ddot|overline|underline|boxed|mathbf|mathrm|mathsf|mathit|boldsymbol|underbrace|overbrace))$/
const takesSecond = /\\(?:[dtc]?frac|[dt]?binom)\s*\{[^{}]*\}$/
const spacing = /(?:\s|~|(?<!\\)\\[ ,;:!>])+$/
const opens = /(?:^|[([{,;:=<>&|^_≤≥≈≠→⇒⇔∝∈∼≔←]|\\\\(?:\[[^\]]*\])?|\\left\.)$/
const separates =
  /\\(?:begin\{[^}]*\}(?:\{[^}]*\})?|(?:text|mbox|textrm|textbf|textit)\{[^}]*\}|l?dots|hline|quad|qquad|displaystyle|textstyle|lvert|lVert|lbrace|lbrack|langle|lfloor|lceil|mid|approx|leq?|leqslant|geq?|geqslant|neq?|ll|gg|lt|gt|to|gets|rightarrow|leftarrow|longrightarrow|Rightarrow|Leftrightarrow|implies|iff|mapsto|equiv|sim|simeq|cong|propto|in|ni|notin)$/

/**
 * @param before the LaTeX so far
 * @param after the LaTeX up to the next interpolated value
 */
export function placeOf(before: string, after: string): Place {
  const left = before.replace(spacing, '')
  const right = after.trimStart()
  const raised = /^[\^_'!]/.test(right)
  const argument = takesArgument.test(left) || takesSecond.test(left)
  return {
    argument,
    text: endsInText(before),
    bracketsForMinus: !argument && (raised || !(opens.test(left) || separates.test(left))),
    bracketsForProduct: !argument && (raised || /(?:\/|÷|\\div)$/.test(left)),
    afterDigit: !argument && /[0-9]$/.test(left),
  }
}

/** Whether the LaTeX ends inside an open `\text{`. */
function endsInText(latex: string): boolean {
  const groups: ('text' | 'mathematics')[] = []
  for (const [token] of latex.matchAll(/\\(?:text(?:rm|bf|it|sf|tt)?|mbox)\s*\{|\\[\s\S]|[{}$]/g)) {
    if (token === '}') groups.pop()
    else if (token === '$') {
      if (groups[groups.length - 1] === 'text') groups.push('mathematics')
      else if (groups.length > 1) groups.pop()
    } else if (token === '{') groups.push(groups[groups.length - 1] ?? 'mathematics')
    else if (token.length > 2) groups.push('text')
  }
  return groups[groups.length - 1] === 'text'
}
