import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exercises, hunts, predictions } from '../../src/exercises/index.js'

it('the README counts what there is', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8').replace(/\s+/g, ' ')
  const mistakes = exercises.reduce((sum, each) => sum + each.mistakes.length, 0)
  const counted =
    /\d+ exercises whose checks know \d+ mistakes by name, \d+ predictions and \d+ bug hunts/.exec(readme)
  expect(counted?.[0]).toBe(
    `${exercises.length} exercises whose checks know ${mistakes} mistakes by name, ${predictions.length} predictions and ${hunts.length} bug hunts`,
  )
})
