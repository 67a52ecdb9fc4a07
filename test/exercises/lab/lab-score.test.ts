import { expect, it } from 'vitest'
import { labCard } from '../../../src/exercises/index.js'
import { labOrder } from '../../../src/exercises/lab/lab-order.js'
import { type LabEvent, labScore } from '../../../src/exercises/lab/lab-score.js'

const first = '06-lab-1' // its bug is 'sign', and its cost rises
const predicts = (choice: string): LabEvent => ({ exercise: first, event: 'prediction', choice })
const misses = (mistake: string): LabEvent => ({
  exercise: first,
  event: 'verdict',
  status: 'fail',
  mistake,
})
const names: LabEvent = { exercise: first, event: 'verdict', status: 'pass' }
const givesUp: LabEvent = { exercise: first, event: 'solution' }
const stateOf = (events: readonly LabEvent[]) => labScore(events)[0]

it('a name brings three points at the first try, fewer later, and a right prediction one', () => {
  expect(stateOf([])).toMatchObject({ state: 'open', points: 0 })
  expect(stateOf([predicts('rises'), names])).toMatchObject({ state: 'named', misses: 0, points: 4 })
  expect(stateOf([predicts('falls'), names])).toMatchObject({ points: 3 })
  expect(stateOf([misses('no-2'), names])).toMatchObject({ misses: 1, points: 2 })
  expect(stateOf(['no-2', 'no-1/M', 'absolute', 'source'].map(misses).concat(names))?.points).toBe(1)
})

it('the same answer again, or what comes after the name, changes nothing', () => {
  const once = [predicts('falls'), misses('no-2'), names]
  const again = [predicts('falls'), predicts('rises'), misses('no-2'), misses('no-2'), names, names]
  expect(stateOf(again)).toEqual(stateOf(once))
  expect(stateOf([...once, misses('source'), givesUp, predicts('rises')])).toEqual(stateOf(once))
})

it('who gives up gets no point for the name, also when it is typed afterwards', () => {
  expect(stateOf([predicts('rises'), givesUp, names])).toMatchObject({ state: 'given up', points: 1 })
})

it('the card says the score, the next open case, and names only bugs that are known', () => {
  const empty = JSON.stringify(labCard([]))
  expect(empty).toContain('0 of 120 points; 0 of 30 bugs named.')
  expect(empty).toContain('bugLab(1,')
  for (const { bug } of labOrder.filter((each) => each.bug !== 'sign'))
    expect(empty).not.toContain(`"${bug}"`)
  const card = JSON.stringify(labCard([names]))
  expect(card).toContain('3 of 120 points; 1 of 30 bugs named.')
  expect(card).toContain('"sign"')
  const all = labOrder.map(({ number }) => ({ ...names, exercise: `06-lab-${number}` }))
  expect(labCard(all).sentences).toContain('All thirty are known.')
})

it('the lesson: every bug is far above a right gradient in the check, and most bring the cost down', () => {
  const { evidence } = labCard([])
  const chart = evidence.at(-1)
  if (chart?.kind !== 'chart') throw new Error('The card ends with a chart.')
  const [right, open] = chart.figure.data
  const errors = numbers(open?.['y'])
  const costs = numbers(open?.['x'])
  expect(Math.min(...errors) / Math.max(...numbers(right?.['y']))).toBeGreaterThan(1e6)
  expect(costs.filter((left) => left < 100).length).toBeGreaterThan(15)
})

function numbers(list: unknown): number[] {
  if (!Array.isArray(list) || list.length === 0) throw new Error('There are no numbers.')
  return list.map(Number)
}
