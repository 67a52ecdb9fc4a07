/**
 * The line of a function in which an error arose, as text.
 *
 * The stack of an engine such as V8 names a line and a column of the code that a kernel made of the cell. The
 * function's own text is at hand, but not where in that code it begins. So the line is the one that has at that
 * column what the stack says is called there; where several have, none is named.
 */
export function errorLine(error: unknown, answer: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('stack' in error)) return undefined
  const frames = String(error.stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const name = typeof answer === 'function' ? answer.name : ''
  const at = frames.findIndex((frame) => name !== '' && frame.includes(`${name} (`))
  const column = Number(/:(\d+)\)?$/.exec(frames[at] ?? '')?.[1] ?? 0)
  const lines = Function.prototype.toString.call(answer).split('\n')
  if (lines.length === 1 || at < 0) return lines.length === 1 ? written(lines[0] ?? '') : undefined
  const callee = /at (?:async )?(?:\S+\.)?(\w+) \(/.exec(frames[at - 1] ?? '')?.[1]
  const calling = lines.filter((line, i) =>
    callee === undefined ? i > 0 && line.trim() !== '' && column <= line.length : line.includes(callee),
  )
  // A first line begins elsewhere in the cell, so its columns are others.
  const near = calling.filter((line) => {
    const around = line.slice(Math.max(0, column - 30), column + 30)
    return callee !== undefined && line !== lines[0] && around.includes(callee)
  })
  const candidates = calling.length > 1 ? near : calling
  return candidates.length === 1 ? written(candidates[0] ?? '') : undefined
}

/** The line as it was written, without what a compiler puts around imported names. */
function written(line: string): string | undefined {
  const text = line
    .replace(/\(0, ?\w+\.(\w+)\)/g, '$1')
    .replace(/;$/, '')
    .trim()
  return text.length > 120 ? undefined : text
}
