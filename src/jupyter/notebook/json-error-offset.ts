const space = /[ \t\n\r]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold control characters.
const string = /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"/y
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Where JSON stops being JSON: the offset of the first token that cannot stand there, `text.length` when it ends too
 * early, undefined when it is JSON. (The message of `JSON.parse` says it in some versions of Node.js only.)
 */
export function jsonErrorOffset(text: string): number | undefined {
  const open: ('{' | '[')[] = []
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' = 'value'
  let offset = 0
  const skip = (token: RegExp): boolean => {
    token.lastIndex = offset
    if (!token.test(text)) return false
    offset = token.lastIndex
    return true
  }
  for (;;) {
    skip(space)
    const next = text[offset]
    if (expected === ', or end' && open.length === 0) return offset === text.length ? undefined : offset
    if (expected === ':') {
      if (next !== ':') return offset
      offset++
      expected = 'value'
    } else if (expected === 'key' || (expected === 'key or }' && next !== '}')) {
      if (!skip(string)) return offset
      expected = ':'
    } else if (expected === 'key or }' || (expected === 'value or ]' && next === ']')) {
      offset++
      open.pop()
      expected = ', or end'
    } else if (expected === ', or end') {
      const inside = open.at(-1)
      if (next === ',') expected = inside === '{' ? 'key' : 'value'
      else if (next === (inside === '{' ? '}' : ']')) open.pop()
      else return offset
      offset++
    } else if (next === '{' || next === '[') {
      offset++
      open.push(next)
      expected = next === '{' ? 'key or }' : 'value or ]'
    } else if (skip(string) || skip(scalar)) expected = ', or end'
    else return offset
  }
}
