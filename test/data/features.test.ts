import { describe, expect, it } from 'vitest'
import { cars, type Dataset, features, penguins } from '../../src/data/index.js'
import { rowOf } from '../../src/math/entries.js'
import { shapeOf } from '../../src/math/shape-of.js'

describe('features', () => {
  it('gives one row for each key, in their order, and one column for each sample', () => {
    const X = features(penguins, ['bodyMass', 'flipperLength'])
    expect(shapeOf(X)).toBe('2×342')
    expect([...rowOf(X, 0).values]).toEqual(penguins.columns.bodyMass.values)
    expect([...rowOf(X, 1).values]).toEqual(penguins.columns.flipperLength.values)
  })

  it('refuses a misspelt key when compiled, and offers the nearest when run', () => {
    // @ts-expect-error: flipperLenth is no column of penguins
    expect(() => features(penguins, ['flipperLenth'])).toThrow(
      "features(dataset, keys): penguins has no column 'flipperLenth'. " +
        "Expected one of 'billLength', 'billDepth', 'flipperLength', 'bodyMass'. Did you mean 'flipperLength'?",
    )
  })

  it('says of a category that it holds words, and what to do', () => {
    // @ts-expect-error: origin is a category
    expect(() => features(cars, ['origin'])).toThrow(/labels\(cars, 'origin'\).*oneHot/)
  })

  it('takes a data set of any keys, and nothing that objects inherit', () => {
    const any: Dataset = cars
    expect(shapeOf(features(any, ['weight']))).toBe('1×392')
    expect(() => features(any, ['toString'])).toThrow(RangeError)
  })

  it('refuses no key, a key named twice, a lone string and what is no data set', () => {
    expect(() => features(cars, [])).toThrow(/at least one key/)
    expect(() => features(cars, ['weight', 'weight'])).toThrow("'weight' is named twice")
    // @ts-expect-error: an array is expected
    expect(() => features(cars, 'weight')).toThrow(
      /expected keys to be an array such as \['milesPerGallon'\]/,
    )
    // @ts-expect-error: a string is expected
    expect(() => features(cars, [3])).toThrow(/keys\[0\] to be a string, received 3/)
    expect(() => features(cars, new Array(2))).toThrow(/keys\[0\] to be a string, received undefined/)
    // @ts-expect-error: a data set is expected
    expect(() => features('cars', ['weight'])).toThrow(/penguins, cars or iris.*received a string/)
    const torn = { ...cars, columns: { ...cars.columns, weight: null } }
    // @ts-expect-error a column that is none
    expect(() => features(torn, ['weight'])).toThrow(
      'expected dataset.columns.weight.values to be a list of 392 values, one for each row, received null',
    )
  })
})
