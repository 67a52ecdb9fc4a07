import { received } from '../math/received.js'
import type { BugHunt, BugHuntSheet } from './bug-hunt.js'
import { hunts } from './course.js'
import { findById } from './find-by-id.js'
import { verdictOf } from './judge/verdict-of.js'
import { letterOf } from './letter-of.js'
import { isTodo } from './todo.js'
import type { Verdict } from './verdict.js'

/** A wrong cell and its symptoms: `show(bugHunt('01-h1'))`. @throws RangeError for an id that does not exist */
export function bugHunt(id: string): BugHuntSheet {
  const { title, says, code, symptoms, reasons } = findById('bugHunt(id)', hunts, id)
  return {
    kind: 'hunt',
    id,
    title,
    says,
    reasons,
    evidence: [{ kind: 'code', caption: 'One of these lines is wrong', lines: code }, ...symptoms()],
  }
}

/**
 * Which line is wrong, and why: `show(checkBugHunt('01-h1', 3, 'b'))`.
 *
 * @param line from 1
 * @param reason the letter of a reason
 * @throws RangeError for an id that does not exist; nothing that is given for line or reason throws
 */
export function checkBugHunt(id: string, line: number, reason: string): Verdict {
  const hunt = findById('checkBugHunt(id, line, reason)', hunts, id)
  if (isTodo(line) || isTodo(reason) || reason === '?')
    return verdictOf(hunt, 'open', {
      message: `This hunt is still open. Put the number of the wrong line and the letter of the reason in. Stuck? Run \`show(hint('${id}', 1))\` in a new cell.`,
    })
  return judgeHunt(hunt, line, reason)
}

function judgeHunt(hunt: BugHunt, line: unknown, reason: unknown): Verdict {
  const letter = letterOf(reason) ?? ''
  if (typeof line !== 'number' || hunt.lines[line - 1] === undefined)
    return verdictOf(hunt, 'error', {
      message: `Expected the number of a line, from 1 to ${hunt.code.length}, received ${received(line)}.`,
    })
  if (!Object.hasOwn(hunt.reasons, letter))
    return verdictOf(hunt, 'error', {
      message: `Expected the letter of a reason, one of ${Object.keys(hunt.reasons).join(', ')}, received ${received(reason)}.`,
    })
  const [cell, text] = hunt.look
  const hintText = `A hint: \`show(hint('${hunt.id}', 1))\`.`
  if (line !== hunt.line)
    return verdictOf(hunt, 'fail', {
      mistake: `line-${line}`,
      message: `Line ${line} does what it should: ${hunt.lines[line - 1]?.replace(/^It /, 'it ')} ${text} ${hintText}`,
      evidence: [{ kind: 'code', caption: `Line ${line}`, lines: [hunt.code[line - 1] ?? ''] }],
    })
  if (letter !== hunt.reason)
    return verdictOf(hunt, 'fail', {
      mistake: `reason-${letter}`,
      message: `Line ${line} is the one, but that is not why: ${hunt.overlooked[letter] ?? ''} ${text}`,
    })
  return verdictOf(hunt, 'pass', {
    message: `This check passed: line ${line}. ${hunt.solution.why}`,
    explanation: { did: '', tempting: '', where: hunt.solution.why, look: { cell, text } },
    evidence: [{ kind: 'code', caption: `Line ${line}, mended`, lines: hunt.solution.code.split('\n') }],
  })
}
