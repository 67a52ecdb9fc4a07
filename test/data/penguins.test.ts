import { expect, it } from 'vitest'
import { penguins } from '../../src/data/index.js'
import { countOf, meanOf, rangeOf } from './columns.js'

it('penguins has the 342 measured penguins of palmerpenguins', () => {
  expect(penguins.size).toBe(342)
  expect(countOf(penguins.categories.species.values)).toEqual({ Adelie: 151, Chinstrap: 68, Gentoo: 123 })
  expect(countOf(penguins.categories.island.values)).toEqual({ Biscoe: 167, Dream: 124, Torgersen: 51 })
  expect(countOf(penguins.categories.sex.values)).toEqual({ female: 165, male: 168, unknown: 9 })
})

it('penguins has the published ranges, in millimetres and grams', () => {
  const { billLength, billDepth, flipperLength, bodyMass } = penguins.columns
  expect(rangeOf(billLength.values)).toEqual([32.1, 59.6])
  expect(rangeOf(billDepth.values)).toEqual([13.1, 21.5])
  expect(rangeOf(flipperLength.values)).toEqual([172, 231])
  expect(rangeOf(bodyMass.values)).toEqual([2700, 6300])
  expect([billLength, billDepth, flipperLength, bodyMass].map((c) => c.unit)).toEqual(['mm', 'mm', 'mm', 'g'])
})

it('penguins has the published means', () => {
  const { billLength, billDepth, flipperLength, bodyMass } = penguins.columns
  expect(meanOf(billLength.values)).toBeCloseTo(43.92193, 5)
  expect(meanOf(billDepth.values)).toBeCloseTo(17.15117, 5)
  expect(meanOf(flipperLength.values)).toBeCloseTo(200.9152, 4)
  expect(meanOf(bodyMass.values)).toBeCloseTo(4201.754, 3)
})
