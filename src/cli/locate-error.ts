import { distance } from 'fastest-levenshtein'
import { type StackFrame, stackFrames } from './stack-frames.js'

/** Where in a cell's text an error arose. */
export interface ErrorPlace {
  /** From 1. */
  readonly line: number
  /** From 1; only where it is known. */
  readonly column?: number
  /** False when the line was found by its looks. */
  readonly exact: boolean
}

/** Share of a line's characters by which it may differ from what tslab made of it. */
const likeness = 0.45

/**
 * The line of a cell that what tslab told is about. Type errors name it (`2:7 - Type …`). Errors at run time name a
 * line of the code that tslab made of the cell, so the line is sought: the one that looks like the excerpt above the
 * error, else the one that calls the function next to the cell in the stack, else the one about as far down.
 */
export function locateError(source: string, told: string): ErrorPlace | undefined {
  const typed = /^(\d+):(\d+) - /m.exec(told)
  if (typed !== null) return { line: Number(typed[1]), column: Number(typed[2]), exact: true }
  const lines = source.split('\n')
  const frames = stackFrames(told)
  const line = byExcerpt(lines, frames, told) ?? byCall(lines, frames)
  return line === undefined ? undefined : { line: line + 1, exact: false }
}

function byExcerpt(
  lines: readonly string[],
  frames: readonly StackFrame[],
  told: string,
): number | undefined {
  const excerpt = /^evalmachine\.<anonymous>:\d+\n(.*)\n\s*\^/m.exec(told)?.[1]
  const thrower = frames.find((frame) => frame.inCell)?.name ?? ''
  // A function of an earlier cell threw; its line is not in this one.
  if (excerpt === undefined || (thrower !== '' && !defines(lines, thrower))) return undefined
  const wanted = bare(excerpt)
  let best: { index: number; difference: number } | undefined
  for (const [index, line] of lines.entries()) {
    const text = bare(line)
    if (text === '') continue
    const difference = distance(text, wanted) / Math.max(text.length, wanted.length)
    if (difference < (best?.difference ?? likeness)) best = { index, difference }
  }
  return best?.index
}

function defines(lines: readonly string[], name: string): boolean {
  const definition = new RegExp(
    `\\b(function\\*?|const|let|var|class)\\s+${name}\\b|^\\s*(async\\s+)?${name}\\(.*{`,
  )
  return /^\w+$/.test(name) && lines.some((line) => definition.test(line))
}

/** What is the same in a line of a cell and in what tslab makes of it. */
function bare(line: string): string {
  return line
    .replace(/\(0, \w+\.(\w+)\)/g, '$1')
    .replace(/\bexports\.(\w+ = )?/g, '')
    .replace(/\/\/.*$|[\s;]/g, '')
    .replace(/["`]/g, "'")
}

function byCall(lines: readonly string[], frames: readonly StackFrame[]): number | undefined {
  const inCell = [...frames.keys()].filter((index) => frames[index]?.inCell)
  const last = frames[inCell.at(-1) ?? -1]
  if (last === undefined) return undefined
  // Below the cell's own frame there is one for the function that tslab wraps around the cell, unless it awaited.
  const at = (last.wrapsCell ? inCell.at(-2) : inCell.at(-1)) ?? -1
  const frame = frames[at]
  if (frame === undefined) return undefined
  const written = [...lines.keys()].filter((index) => bare(lines[index] ?? '') !== '')
  const callee = frames[at - 1]?.name ?? ''
  const call = new RegExp(`\\b${callee}\\b\\s*[(<]`)
  const calls = /^\w+$/.test(callee) ? written.filter((index) => call.test(lines[index] ?? '')) : []
  const guess = guessLine(written, frame.line, last.wrapsCell ? last.line : undefined)
  const candidates = calls.length > 0 ? calls : written
  return [...candidates].sort((a, b) => Math.abs(a - guess) - Math.abs(b - guess))[0]
}

/** As far down the cell's written lines as `line` is down the made code, of which two lines or more are tslab's. */
function guessLine(written: readonly number[], line: number, end: number | undefined): number {
  const share = end === undefined ? 0 : (line - 3) / Math.max(end - 4, 1)
  const place = end === undefined ? line - 3 : Math.round(share * (written.length - 1))
  return written[Math.min(Math.max(place, 0), written.length - 1)] ?? 0
}
