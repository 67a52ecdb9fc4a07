import type { Exercise } from './exercise.js'
import { judgeChoice } from './judge/judge-choice.js'
import { judgeComputed } from './judge/judge-computed.js'
import { judgeParameter } from './judge/judge-parameter.js'
import { verdictOf } from './judge/verdict-of.js'
import { seedOf } from './seed-of.js'
import { isTodo } from './todo.js'
import type { Verdict } from './verdict.js'

/**
 * What an answer to an exercise is. Never throws, never prints, never changes the answer.
 *
 * @param seed decides the inputs that are tried (default: from the exercise's id, so that the same answer gets the
 *   same verdict every time)
 */
export function check(exercise: Exercise, answer: unknown, seed: number = seedOf(exercise.id)): Verdict {
  try {
    if (isTodo(answer)) return openVerdict(exercise)
    if (exercise.kind === 'choice') return judgeChoice(exercise, answer)
    if (exercise.kind === 'parameter') return judgeParameter(exercise, answer)
    return judgeComputed(exercise, answer, seed) ?? openVerdict(exercise)
  } catch {
    // A value that throws when it is looked at: a hostile getter, a proxy.
    return verdictOf(exercise, 'error', {
      message:
        'Your answer cannot be read: looking at it throws an error. Give a plain number, list or matrix.',
    })
  }
}

function openVerdict(exercise: Exercise): Verdict {
  return verdictOf(exercise, 'open', {
    message: `This one is still open. Put your own answer in the place of \`todo()\`, and run the cell again. Stuck? Run \`show(hint('${exercise.id}', 1))\` in a new cell.`,
  })
}
