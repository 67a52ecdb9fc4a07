import { describe, expect, it } from 'vitest'
import { exercises, hunts, predictions } from '../../src/exercises/index.js'
import { checkCell } from '../notebooks/cell-rules.js'
import { chapter, chapterNames } from '../notebooks/chapters.js'
import { textOf } from './exercise-cells.js'

const nothing = { declared: new Set<string>(), imported: new Set<string>() }
const isExercise = /^exercise-\d+-answer$/

describe.each(chapterNames)('%s', (name) => {
  const cells = chapter(name).cells.filter(({ cell_type: type }) => type === 'code')
  const own = cells.filter(({ id }) => isExercise.test(id))

  it("has learners' names that begin with my, and that no other cell mentions", () => {
    for (const cell of own) {
      const names = checkCell(textOf(cell), nothing).declared
      expect(names.filter((each) => !/^my[A-Z]/.test(each))).toEqual([])
      for (const other of cells)
        if (other !== cell)
          for (const each of names) expect(textOf(other)).not.toMatch(new RegExp(`\\b${each}\\b`))
    }
  })

  it('asks in its cells what the course lists, in that order', () => {
    const listed = exercises.filter(({ id }) => id.startsWith(name.slice(0, 2))).map(({ id }) => id)
    expect(own.map(({ id }) => `${name.slice(0, 2)}-${/\d+/.exec(id)?.[0]}`)).toEqual(listed)
  })
})

it('every id is there once', () => {
  const ids = [...exercises, ...hunts, ...predictions].map(({ id }) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  expect(ids.filter((id) => !/^0[1-8]-[hp]?\d+$/.test(id))).toEqual([])
})
