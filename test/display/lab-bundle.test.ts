import { expect, it } from 'vitest'
import { itemBundle } from '../../src/display/item-bundle.js'
import { recordsOf } from '../../src/display/learner-record.js'
import { bugHunt, bugLab, type LabOptions } from '../../src/exercises/index.js'

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
  expect(predicted).toMatch(
    /What happens: It ends no lower than it began\. .* it stands at 2\d\d\.\d % of its start\./,
  )
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

it('a case and the score come as a box of pieces too, whose charts a page draws by itself', () => {
  const stackOf = (item: Parameters<typeof itemBundle>[0]) =>
    itemBundle(item, surroundings)['application/vnd.backprop.stack+json'] as { box: object; items: object[] }
  const forms = (items: readonly object[]) => items.map((item) => Object.keys(item)[0])
  const chart = 'application/vnd.plotly.v1+json'
  const { box, items } = stackOf(bugLab(1, { predict: 'rises' }))
  expect(box).toEqual({ tone: 'open', heading: 'Bug Lab · case 1, level 1', role: 'note' })
  expect(forms(items)).toEqual(['text/html', chart, 'text/html', chart, 'text/html'])
  expect(JSON.stringify(items)).not.toContain('still picture')
  const answered = stackOf(bugLab(1, { predict: 'rises', answer: 'no-2' }))
  expect(answered.box).toBeUndefined()
  expect(forms(answered.items)).toEqual([
    'application/vnd.backprop.verdict+json',
    'application/vnd.backprop.stack+json',
  ])
  expect(forms(stackOf(bugLab({ summary: true })).items)).toEqual(['text/html', chart])
})

it('a bug hunt has that form where it has a chart', () => {
  const formsOf = (id: string) => Object.keys(itemBundle(bugHunt(id), surroundings))
  expect(formsOf('06-h1')).toContain('application/vnd.backprop.stack+json')
  expect(formsOf('06-h2')).toEqual(['text/html', 'text/plain'])
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
