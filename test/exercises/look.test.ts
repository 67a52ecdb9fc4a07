import { describe, expect, it } from 'vitest'
import { exercises, hunts } from '../../src/exercises/index.js'
import { cellIdOf, cellsOf, textOf } from './exercise-cells.js'

/** From here on every verdict says in words where to look; the cell's id is not on show. */
const from = '05'

/** All that a check or a hunt says of where to look. */
const looks = [
  ...exercises.flatMap(({ id, mistakes }) => mistakes.map(({ look }) => [id, ...look] as const)),
  ...hunts.map(({ id, look }) => [id, ...look] as const),
].filter(([id]) => id >= from)

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
