import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { appendProgress, hasPassed } from '../../src/display/platform/progress-file.js'

const before = process.env['BACKPROP_STATE']
let state: string
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  process.env['BACKPROP_STATE'] = join(state, 'deep', '.backprop')
})
afterEach(async () => {
  if (before === undefined) delete process.env['BACKPROP_STATE']
  else process.env['BACKPROP_STATE'] = before
  await rm(state, { recursive: true })
})

const verdict = (exercise: string, status: string) =>
  ({ chapter: '01', exercise, event: 'verdict', status }) as const

it('a passed check is remembered, after failed ones and across a line that was cut off', async () => {
  expect(hasPassed('01-1')).toBe(false)
  appendProgress(verdict('01-1', 'fail'))
  expect(hasPassed('01-1')).toBe(false)
  const file = join(state, 'deep', '.backprop', 'progress.jsonl')
  await appendFile(file, '{"time":"2026-0')
  appendProgress(verdict('01-1', 'pass'))
  appendProgress(verdict('01-1', 'fail'))
  expect(hasPassed('01-1')).toBe(true)
  expect(hasPassed('01-2')).toBe(false)
  expect((await readFile(file, 'utf8')).split('\n')).toEqual([
    expect.stringMatching(/^\{"time":"\d{4}-\d\d-\d\dT.*Z","chapter":"01","exercise":"01-1",.*"fail"\}$/),
    '{"time":"2026-0',
    expect.stringContaining('"pass"'),
    expect.stringContaining('"fail"'),
    '',
  ])
})

it('a folder that cannot be written to stops nothing', () => {
  process.env['BACKPROP_STATE'] = join('/dev/null', 'no')
  expect(() => appendProgress(verdict('01-1', 'pass'))).not.toThrow()
  expect(hasPassed('01-1')).toBe(false)
})
