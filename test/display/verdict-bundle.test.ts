import { expect, it } from 'vitest'
import { itemBundle } from '../../src/display/item-bundle.js'
import { bugHunt, check, exercises, hint, solution } from '../../src/exercises/index.js'

const around = { libraryFor: () => undefined, hasPassed: (id: string) => id === '06-1', records: () => [] }
const gradient = exercises.find(({ id }) => id === '01-1')
const verdict = (answer: unknown) => {
  if (gradient === undefined) throw new Error('There is no 01-1.')
  return check(gradient, answer)
}

it('a verdict goes out as data, as HTML with a status message, and as text', () => {
  const wrong = verdict((theta: number[]) => [-2 * ((theta[0] ?? 0) + 2), -6 * ((theta[1] ?? 0) - 1)])
  const bundle = itemBundle(wrong, around)
  expect(Object.keys(bundle)).toEqual(['application/vnd.backprop.verdict+json', 'text/html', 'text/plain'])
  expect(bundle['application/vnd.backprop.verdict+json']).toEqual(wrong)
  expect(bundle['text/html']).toContain('role="status"')
  expect(bundle['text/html']).toContain('✗</span> Not yet')
  expect(bundle['text/plain']).toMatch(/^Not yet · 01-1 .*\nThis is −∇J.*\n.*yours +expected/s)
})

it('a verdict with a chart comes as pieces too, for pages that draw charts and know no verdicts', () => {
  const rate = exercises.find(({ id }) => id === '07-3')
  const bundle = rate === undefined ? {} : itemBundle(check(rate, 44), around)
  expect(Object.keys(bundle)[0]).toBe('application/vnd.backprop.verdict+json')
  expect(bundle['application/vnd.backprop.stack+json']).toMatchObject({
    box: { tone: 'fail', role: 'status' },
    items: [{ 'text/html': expect.stringContaining('too large') }, { 'application/vnd.plotly.v1+json': {} }],
  })
})

it('what a learner wrote is shown as text, never as HTML', () => {
  const bundle = itemBundle(
    verdict(() => {
      throw new Error('<img src=x onerror=alert(1)>')
    }),
    around,
  )
  expect(bundle['text/html']).not.toContain('<img')
  expect(bundle['text/html']).toContain('&lt;img')
})

it('a solution opens after a pass, or for who gives up', () => {
  const code = 'theta[1] - 1'
  expect(itemBundle(solution('01-1'), around)['text/plain']).not.toContain(code)
  expect(itemBundle(solution('01-1', { giveUp: true }), around)['text/plain']).toContain(code)
  expect(itemBundle(solution('06-1'), around)['text/plain']).toContain('2 / Y.columns')
})

it('a hint shows no counter', () => {
  expect(itemBundle(hint('01-1', 2), around)['text/plain']).not.toMatch(/2 of|of 3|left/)
})

it('code keeps its powers where text alone is shown, and prose loses its stars', () => {
  const text = (id: string) => String(itemBundle(bugHunt(id), around)['text/plain'])
  expect(text('03-h1')).toContain('(a[i] - y[i]) ** 2')
  expect(text('03-h1')).toContain('\nb There are M squares')
  expect(itemBundle(solution('03-1', { giveUp: true }), around)['text/plain']).toContain(
    '(value - y[i]) ** 2',
  )
})

it('the last hint says how to see the solution, and no other does', () => {
  const text = (level: number) => String(itemBundle(hint('01-1', level), around)['text/plain'])
  expect([1, 2, 3].map((level) => text(level).includes("show(solution('01-1', { giveUp: true }))"))).toEqual([
    false,
    false,
    true,
  ])
})
