import { chapterOf, type Exercise, exercises, hunts, labOrder, predictions } from '../exercises/index.js'
import { countText } from '../figures/text/number-text.js'
import type { Command } from './command.js'
import { didYouMean } from './nearest.js'
import { UsageError } from './usage-error.js'

const labId = '06-lab'

/** `backprop exercises`: what the course asks, for whoever teaches with it. */
export const listExercises: Command = {
  name: 'exercises',
  summary: 'List the exercises with the mistakes that their checks know by name.',
  usage: 'exercises [chapter|id…] [--hints] [--solutions]',
  notes: [
    'A chapter is a number (6 or 06), an id is that of an exercise (06-3). Without any, all are listed.',
  ],
  options: {
    hints: { type: 'boolean', help: 'With the three hints of each.' },
    solutions: { type: 'boolean', help: 'With the solution of each.' },
  },
  takesArguments: true,

  async run({ args, options, out }) {
    const chosen = args.map(chapterOrId)
    const isChosen = ({ id }: { id: string }) =>
      chosen.length === 0 || chosen.includes(id) || chosen.includes(chapterOf(id))
    const found = exercises.filter(isChosen)
    for (const exercise of found) {
      out.write(exerciseText(exercise))
      if (options['hints'] === true)
        out.write(exercise.hints.map((hint, i) => `        hint ${i + 1}: ${hint}\n`).join(''))
      if (options['solutions'] === true) out.write(indented(exercise.solution.code))
    }
    for (const hunt of hunts.filter(isChosen)) {
      const comesBack = hunt.returning === undefined ? '' : ` (${hunt.returning} comes back)`
      out.write(`${hunt.id}  bug hunt: ${hunt.title}${comesBack}\n`)
      if (options['solutions'] === true) out.write(indented(`line ${hunt.line}: ${hunt.solution.code}`))
    }
    for (const { id, question } of predictions.filter(isChosen)) out.write(`${id}  prediction: ${question}\n`)
    if (isChosen({ id: labId })) out.write(labText(options['solutions'] === true))
    const known = found.reduce((sum, { mistakes }) => sum + mistakes.length, 0)
    out.write(
      `${countText(found.length, 'exercise')} with ${countText(known, 'mistake')} that ${known === 1 ? 'has' : 'have'} a name.\n`,
    )
    return 0
  },
}

function exerciseText({ id, kind, title, task, mistakes }: Exercise): string {
  const width = Math.max(0, ...mistakes.map((mistake) => mistake.id.length))
  const lines = mistakes.map((mistake) => `        ${mistake.id.padEnd(width)}  ${mistake.did}\n`)
  return `${id}    ${title} (${kind})\n        ${task}\n${lines.join('')}`
}

/** The Bug Lab of chapter 6: its cases, and with the solutions the bug of each. */
function labText(solutions: boolean): string {
  const heading = `${labId}  Bug Lab: ${labOrder.length} cases on three levels, show(bugLab(1)) to show(bugLab(${labOrder.length}))\n`
  const cases = labOrder.map(({ number, level, bug }) => indented(`case ${number}, level ${level}: ${bug}`))
  return heading + (solutions ? cases.join('') : '')
}

function indented(text: string): string {
  return text.replace(/^/gm, '        | ').concat('\n')
}

/** `06` of `6` and `06`, `06-3` of `6-3` and `06-3`. */
function chapterOrId(word: string): string {
  const wanted = word.toLowerCase().replace(/^\d(?=$|-)/, '0$&')
  const ids = [...exercises, ...hunts, ...predictions, { id: labId }].map(({ id }) => id)
  if (ids.includes(wanted) || ids.some((id) => chapterOf(id) === wanted)) return wanted
  const near = /^\d\d-/.test(wanted) ? didYouMean(wanted, ids) : ''
  throw new UsageError(
    `There is no chapter or exercise '${word}'. Expected a number such as 6 or 06, or an id such as 06-3.${near}`,
  )
}
