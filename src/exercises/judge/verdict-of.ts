import type { ExerciseText, Look } from '../exercise.js'
import type { Evidence, Explanation, Verdict, VerdictStatus } from '../verdict.js'

/** Puts a verdict together; what an explanation says is its message, unless there is another. */
export function verdictOf(
  { id, title }: Pick<ExerciseText, 'id' | 'title'>,
  status: VerdictStatus,
  {
    mistake,
    message,
    explanation,
    evidence = [],
  }: { mistake?: string; message?: string; explanation?: Explanation; evidence?: readonly Evidence[] },
): Verdict {
  return {
    kind: 'verdict',
    status,
    exercise: id,
    title,
    ...(mistake !== undefined && { mistake }),
    message: message ?? (explanation === undefined ? '' : sentences(explanation)),
    ...(explanation !== undefined && { explanation }),
    evidence,
  }
}

function sentences({ did, tempting, where, look }: Explanation): string {
  return [did, tempting, where, look.text].filter((sentence) => sentence !== '').join(' ')
}

/** An error's text with a full stop at its end. */
export function sentenceOf(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** The four parts of an explanation, from a mistake's texts. */
export function explanationOf(
  { did, tempting, look }: { did: string; tempting: string; look: Look },
  where: string,
): Explanation {
  return { did, tempting, where, look: { cell: look[0], text: look[1] } }
}
