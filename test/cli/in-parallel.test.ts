import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inParallel } from '../../src/cli/in-parallel.js'

test('inParallel() keeps the order, and never works at more than it may at once', async () => {
  let now = 0
  let most = 0
  const results = await inParallel([30, 1, 20, 5, 1], 2, async (ms) => {
    most = Math.max(most, ++now)
    await delay(ms)
    now--
    return ms * 2
  })
  expect(results).toEqual([60, 2, 40, 10, 2])
  expect(most).toBe(2)
})
