import { expect, it } from 'vitest'
import { itemBundle } from '../../src/display/item-bundle.js'
import { recordsOf } from '../../src/display/learner-record.js'
import { bugLab, type LabOptions } from '../../src/exercises/index.js'

const record = {
  time: '2026-11-24T12:00:00.000Z',
  chapter: '06',
  exercise: '06-lab-1',
  event: 'verdict',
  status: 'pass',
} as const
const surroundings = {
  libraryFor: () => undefined,
  hasPassed: () => false,
  records: (prefix: string) => [record].filter(({ exercise }) => exercise.startsWith(prefix)),
}
const textOf = (item: Parameters<typeof itemBundle>[0], form = 'text/plain') =>
  String(itemBundle(item, surroundings)[form])

it('a case asks for a prediction first, then for a name, then says what it was', () => {
  const [open, predicted] = [textOf(bugLab(1)), textOf(bugLab(1, { predict: 'falls' }))]
  expect(open).toContain('Predict first.')
  expect(open).not.toContain('Which bug is it?')
  expect(predicted).toContain('What happens: It ends no lower than it began.')
  expect(predicted).toContain('Which bug is it?')
  const wrong = textOf(bugLab(1, { predict: 'rises', answer: 'no-2' }))
  expect(wrong).toMatch(
    /^Not yet · 06-lab-1 .*You named `no-2`.*With it .*And so it is\..*Which bug is it\?/s,
  )
  const right = textOf(bugLab(1, { predict: 'rises', answer: 'sign' }))
  expect(right).toMatch(/^This check passed.*The line that is wrong.*dA2 = scale\(subtract\(Y, A2\)/s)
  expect(right).not.toContain('Which bug is it?')
})

it('a case comes as HTML with a status message and its charts', () => {
  const html = textOf(bugLab(1, { predict: 'rises', answer: 'no-2' }), 'text/html')
  expect(html).toContain('role="status"')
  expect(html.match(/data-backprop-chart=/g)).toHaveLength(2)
})

it('the score is counted from what is kept of the learner', () => {
  expect(textOf(bugLab({ summary: true }))).toContain('3 of 120 points; 1 of 30 bugs named.')
})

it('a prediction, an answer and giving up are kept; an open case is not', () => {
  const kept = (number: number, options?: LabOptions) => recordsOf(bugLab(number, options), false)
  const common = { chapter: '06', exercise: '06-lab-1' }
  expect(kept(1)).toEqual([])
  expect(kept(1, { predict: 'falls', answer: '?' })).toEqual([
    { ...common, event: 'prediction', choice: 'falls' },
  ])
  expect(kept(1, { predict: 'falls', answer: 'no-2' })).toEqual([
    { ...common, event: 'prediction', choice: 'falls' },
    { ...common, event: 'verdict', status: 'fail', mistake: 'no-2' },
  ])
  expect(kept(1, { giveUp: true })).toEqual([{ ...common, event: 'solution', how: 'given up' }])
})
