import { describe, expect, it } from 'vitest'
import { cars, type Dataset, iris, penguins } from '../../src/data/index.js'

const sets: Dataset[] = [penguins, cars, iris]

describe.each(sets)('$name', (set) => {
  it('has as many finite values in each column as rows', () => {
    for (const { values } of Object.values(set.columns)) {
      expect(values).toHaveLength(set.size)
      expect(values.every(Number.isFinite)).toBe(true)
    }
  })

  it('has a word in each row of each category, and its levels are these words in alphabetical order', () => {
    for (const { values, levels } of Object.values(set.categories)) {
      expect(values).toHaveLength(set.size)
      expect([...new Set(values)].sort()).toEqual(levels)
      expect(values).not.toContain('')
    }
  })

  it('tells its origin, licence and citation, and how many rows it has', () => {
    expect(set.origin).toMatch(/[a-z-]+ \d+\.\d+\.\d+\.$/)
    expect(set.licence).toMatch(/^CC(0 1\.0| BY 4\.0)/)
    expect(set.citation).toMatch(/https:\/\/doi\.org\/10\.\d+/)
    expect(set.description).toContain(String(set.size))
    expect(set.description).toContain('left out')
  })

  it('is frozen to its leaves', () => {
    const [column] = Object.values(set.columns)
    const [category] = Object.values(set.categories)
    for (const branch of [set, set.columns, column, column?.values, category?.values, category?.levels])
      expect(Object.isFrozen(branch)).toBe(true)
  })
})
