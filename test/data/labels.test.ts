import { describe, expect, it } from 'vitest'
import { iris, labels, penguins } from '../../src/data/index.js'

describe('labels', () => {
  it('gives the words of a category, one for each sample', () => {
    expect(labels(iris, 'species')).toBe(iris.categories.species.values)
  })

  it('refuses a misspelt key when compiled, and offers the nearest when run', () => {
    // @ts-expect-error: speceis is no category of penguins
    expect(() => labels(penguins, 'speceis')).toThrow(
      "labels(dataset, key): penguins has no category 'speceis'. " +
        "Expected one of 'species', 'island', 'sex'. Did you mean 'species'?",
    )
  })

  it('says of a column that it holds numbers, and what to do', () => {
    // @ts-expect-error: bodyMass is a column
    expect(() => labels(penguins, 'bodyMass')).toThrow("features(penguins, ['bodyMass'])")
  })

  it('refuses what is no key and no data set', () => {
    // @ts-expect-error: a string is expected
    expect(() => labels(iris, undefined)).toThrow(/expected key to be a string, received undefined/)
    // @ts-expect-error: a data set is expected
    expect(() => labels(undefined, 'species')).toThrow(TypeError)
  })
})
