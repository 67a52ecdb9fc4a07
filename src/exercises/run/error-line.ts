import { lineInside } from './line-inside.js'

/**
 * The line of a function in which an error arose, as text.
 *
 * The stack of an engine such as V8 names a line and a column of the code that a kernel made of the cell. The
 * function's own text is at hand; where in that code it begins, V8 tells of each call. An engine that does not leaves
 * what is called at that column: the line is the one that has it there, and where several have, none is named.
 */
export function errorLine(error: unknown, answer: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('stack' in error)) return undefined
  const name = typeof answer === 'function' ? answer.name : ''
  const lines = Function.prototype.toString.call(answer).split('\n')
  if (lines.length === 1) return written(lines[0] ?? '')
  const inside = lines[lineInside(error, name) ?? -1]
  return inside === undefined ? lineByColumn(String(error.stack), name, lines) : written(inside)
}

function lineByColumn(stack: string, name: string, lines: readonly string[]): string | undefined {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const at = frames.findIndex((frame) => name !== '' && frame.includes(`${name} (`))
  if (at < 0) return undefined
  const column = Number(/:(\d+)\)?$/.exec(frames[at] ?? '')?.[1] ?? 0)
  const named = calledBy(frames[at - 1]) ?? readBy(stack)
  const calling = lines.filter((line) => (named === undefined ? callsAt(line, column) : line.includes(named)))
  // A first line begins elsewhere in the cell, so its columns are others.
  const near = calling.filter((line) => {
    const around = line.slice(Math.max(0, column - 30), column + 30)
    return named !== undefined && line !== lines[0] && around.includes(named)
  })
  const candidates = calling.length > 1 ? near : calling
  return candidates.length === 1 ? written(candidates[0] ?? '') : undefined
}

/** The name of what the frame above calls, where it has one. */
function calledBy(frame: string | undefined): string | undefined {
  return /at (?:async )?(?:\S+\.)?(\w+) \(/.exec(frame ?? '')?.[1]
}

/** What was to be read of undefined or null. */
function readBy(stack: string): string | undefined {
  return /\(reading '(\w+)'\)/.exec(stack)?.[1]
}

/** Whether a call begins at this column, from 1. */
function callsAt(line: string, column: number): boolean {
  return !/[\w$.]/.test(line.charAt(column - 2)) && /^[\w$.]+\(/.test(line.slice(column - 1))
}

/** The line as it was written, without what a compiler puts around imported names. */
function written(line: string): string | undefined {
  const text = line
    .replace(/\(0, ?\w+\.(\w+)\)/g, '$1')
    .replace(/\bexports\.(?=\w)/g, '')
    .replace(/;$/, '')
    .trim()
  return text.length > 120 ? undefined : text
}
