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
    const names = [...text.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name)
    for (const name of names) expect(written).toContain(name)
    // Chapters 6 and 8 have one map at the top, which needs no name.
    if (id < '05') expect(names.length).toBeGreaterThan(0)
  })
})
