import { expect, it } from 'vitest'
import { solutionBundle } from '../../src/display/lesson-bundle.js'
import {
  check,
  checkBugHunt,
  exercises,
  hint,
  hunts,
  solution,
  todo,
  type Verdict,
} from '../../src/exercises/index.js'
import { checkCell } from '../notebooks/cell-rules.js'
import { chapter, chapterNames } from '../notebooks/chapters.js'
import { textOf } from './exercise-cells.js'

const nothing = { declared: new Set<string>(), imported: new Set<string>() }

/** Every line of code that a verdict or a closed solution tells a learner of this chapter to run. */
function toldToRun(chapterNumber: string): string[] {
  const isOurs = ({ id }: { id: string }) => id.startsWith(chapterNumber)
  const asked = exercises.filter(isOurs)
  const hunted = hunts.filter(isOurs)
  const verdicts: Verdict[] = [
    ...asked.flatMap((each) => [check(each, todo()), check(each, 12345.678)]),
    ...hunted.flatMap(({ id, line }) => [
      checkBugHunt(id, todo(), todo()),
      checkBugHunt(id, line === 1 ? 2 : 1, 'a'),
    ]),
  ]
  const closed = [...asked, ...hunted].map(({ id }) =>
    String(solutionBundle(solution(id), false)['text/plain']),
  )
  const texts = [...verdicts.map(({ message }) => message), ...closed]
  return texts.flatMap((text) => [...text.matchAll(/`(show\([^`]*)`/g)].map(([, code = '']) => code))
}

it.each(chapterNames)('%s: what helps a learner who is stuck runs in a new cell of the chapter', (name) => {
  const cells = chapter(name).cells
  const first = cells.findIndex(({ id }) => /^exercise-\d+-answer$/.test(id))
  const imported = new Set(
    cells
      .slice(0, first)
      .filter(({ cell_type: type }) => type === 'code')
      .flatMap((cell) => checkCell(textOf(cell), nothing).imported),
  )
  const told = toldToRun(name.slice(0, 2))
  expect(told.length).toBeGreaterThan(10)
  for (const code of told) {
    const called = [...code.matchAll(/\b(\w+)\(/g)].map(([, callee = '']) => callee)
    expect(called).toEqual(['show', expect.stringMatching(/^(hint|solution)$/)])
    expect(called.filter((callee) => !imported.has(callee))).toEqual([])
    const [, id = '', level] = /\('([^']+)'(?:, (\d))?/.exec(code) ?? []
    expect(() => (called[1] === 'hint' ? hint(id, Number(level)) : solution(id))).not.toThrow()
  }
})
