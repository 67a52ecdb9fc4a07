import { chapterOf, type Exercise, exercises, hunts, labOrder, predictions } from '../exercises/index.js'
import type { Command } from './command.js'
import { UsageError } from './usage-error.js'

/** `backprop exercises`: what the course asks, for whoever teaches with it. */
export const listExercises: Command = {
  name: 'exercises',
  summary: 'List the exercises with the mistakes that their checks know by name.',
  usage: 'exercises [chapter…] [--hints] [--solutions]',
  notes: ['A chapter is a number (6 or 06). Without one, all chapters are listed.'],
  options: {
    hints: { type: 'boolean', help: 'With the three hints of each.' },
    solutions: { type: 'boolean', help: 'With the solution of each.' },
  },
  takesArguments: true,

  async run({ args, options, out }) {
    const chosen = args.map(chapterNumber)
    const isChosen = ({ id }: { id: string }) => chosen.length === 0 || chosen.includes(chapterOf(id))
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
    if (isChosen({ id: '06-lab' })) out.write(labText(options['solutions'] === true))
    const known = found.reduce((sum, { mistakes }) => sum + mistakes.length, 0)
    out.write(`${found.length} exercises with ${known} mistakes that have a name.\n`)
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
  const heading = `06-lab  Bug Lab: ${labOrder.length} cases on three levels, show(bugLab(1)) to show(bugLab(${labOrder.length}))\n`
  const cases = labOrder.map(({ number, level, bug }) => indented(`case ${number}, level ${level}: ${bug}`))
  return heading + (solutions ? cases.join('') : '')
}

function indented(text: string): string {
  return text.replace(/^/gm, '        | ').concat('\n')
}

/** `06` of `6` and `06`. */
function chapterNumber(word: string): string {
  if (!/^\d{1,2}$/.test(word))
    throw new UsageError(`There is no chapter '${word}'. Expected a number such as 6 or 06.`)
  return word.padStart(2, '0')
}
