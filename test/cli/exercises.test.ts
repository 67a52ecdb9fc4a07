import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backprop } from '../../src/cli/backprop.js'
import { collectingContext } from './collector.js'

let state: string
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'backprop-test-'))
})
afterEach(() => rm(state, { recursive: true }))

async function call(...words: string[]) {
  const { context, out, err } = collectingContext({ env: { BACKPROP_STATE: state } })
  return { code: await backprop(words, context), out: out(), err: err() }
}

test('backprop exercises lists exercises with their mistakes, and hints if asked', async () => {
  const plain = await call('exercises', '6')
  expect(plain.code).toBe(0)
  expect(plain.out).toMatch(/^06-1 {4}.*\(write\)$/m)
  expect(plain.out).toMatch(/^ {8}no-1-over-m +This is 2\(A2 − Y\)/m)
  expect(plain.out).not.toMatch(/^01-|hint 1/m)
  expect((await call('exercises', '--hints')).out).toMatch(/hint 3: /)
  expect((await call('exercises', 'six')).code).toBe(2)
})

test('backprop exercises names the bugs of the Bug Lab to whoever asks for solutions', async () => {
  expect((await call('exercises', '6')).out).toMatch(/^06-lab {2}Bug Lab: 30 cases/m)
  expect((await call('exercises', '6')).out).not.toContain('case 1, level 1')
  expect((await call('exercises', '6', '--solutions')).out).toContain('case 1, level 1: sign')
  expect((await call('exercises', '7')).out).not.toContain('Bug Lab')
})

test('backprop progress tells what has passed, and passes over a line that was cut off', async () => {
  expect((await call('progress')).out).toContain('Nothing is kept yet')
  const verdict = (exercise: string, status: string) =>
    JSON.stringify({ time: '2026-01-01T00:00:00Z', chapter: '01', exercise, event: 'verdict', status })
  const lines = [
    verdict('01-1', 'pass'),
    '{"time":"2026-01',
    verdict('01-1', 'fail'),
    verdict('06-1', 'fail'),
    verdict('06-lab-1', 'pass'),
  ]
  await writeFile(join(state, 'progress.jsonl'), `${lines.join('\n')}\n`)
  const { out, code } = await call('progress')
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}✓ 01-1 /m)
  expect(out).toMatch(/^ {2}✗ 06-1 /m)
  expect(out).toContain('Bug Lab: 3 of 120 points; 1 of 30 bugs named.')
  expect(out).toMatch(/^Chapter 1: 1 of \d+ checks passed$/m)
})

test('backprop exercises lists one exercise by its id, and offers the nearest after a typo', async () => {
  const one = await call('exercises', '6-3', '--hints')
  expect(one.out).toMatch(/^06-3 {4}/)
  expect(one.out).toMatch(/hint 3: .*\n1 exercise with \d+ mistakes that have a name\.\n$/)
  expect((await call('exercises', '01-h1')).out).toMatch(/^01-h1 {2}bug hunt: /)
  const typo = await call('exercises', '06-33')
  expect([typo.code, typo.err]).toEqual([2, expect.stringContaining('Did you mean 06-3?')])
  expect((await call('exercises', '99')).err).toContain("There is no chapter or exercise '99'.")
})
