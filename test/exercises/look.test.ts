import { describe, expect, it } from 'vitest'
import { exercises, hunts } from '../../src/exercises/index.js'
import { cellIdOf, cellsOf, textOf } from './exercise-cells.js'

/** All that a check or a hunt says of where to look. The cell's id is not on show, so it is said in words. */
const looks = [
  ...exercises.flatMap(({ id, mistakes }) => mistakes.map(({ look }) => [id, ...look] as const)),
  ...hunts.map(({ id, look }) => [id, ...look] as const),
]

describe.each(looks)('%s says: look at %s', (id, cell, text) => {
  const cells = cellsOf(id)
  const own = cells.findIndex((each) => each.id === cellIdOf(id))
  const above = cells.slice(0, own)

  it('which the learner has seen when the exercise comes', () => {
    expect(above.map((each) => each.id)).toContain(cell)
  })

  it('by names that stand in the chapter', () => {
    const written = above.map(textOf).join('\n')
    for (const [, name = ''] of text.matchAll(/“([^”]+)”/g)) expect(written).toContain(name)
  })
})
