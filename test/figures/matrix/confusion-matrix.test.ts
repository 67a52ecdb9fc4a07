import { expect, describe as group, it } from 'vitest'
import { confusionMatrix } from '../../../src/figures/matrix/confusion-matrix.js'
import { describe } from '../../../src/figures/text/describe.js'
import { expectGolden } from '../../support/golden.js'

const levels = ['setosa', 'versicolor', 'virginica']
const actual = ['setosa', 'setosa', 'versicolor', 'versicolor', 'versicolor', 'virginica']
const predicted = ['setosa', 'setosa', 'versicolor', 'virginica', 'versicolor', 'versicolor']

group('confusionMatrix()', () => {
  it('is what it was', () => {
    expectGolden('confusion-matrix', confusionMatrix(actual, predicted, levels))
  })

  it('counts: a row for each actual class, a column for each predicted one', () => {
    expect(describe(confusionMatrix(actual, predicted, levels))).toBe(
      'Predicted against actual classes: 4 of 6 right (66.7 %). Predicted of actual setosa: 2 as setosa; versicolor: 2 as versicolor, 1 as virginica; virginica: 1 as versicolor.',
    )
  })

  it('makes right answers blue and wrong ones orange, by their share of the row', () => {
    expect(confusionMatrix(actual, predicted, levels).data[0]).toMatchObject({
      z: [
        [1, -0, -0],
        [-0, 0.6667, -0.3333],
        [-0, -1, 0],
      ].map((row) => row.map((value) => value + 0)),
      zmin: -1,
      zmax: 1,
    })
  })

  it('takes the classes from actual when none are given', () => {
    expect(confusionMatrix(['b', 'a'], ['b', 'b']).layout['xaxis']).toMatchObject({ ticktext: ['b', 'a'] })
  })

  it('refuses lists of different length and a class that is on no list', () => {
    expect(() => confusionMatrix(actual, ['setosa'], levels)).toThrow('actual has 6 entries, predicted 1.')
    expect(() => confusionMatrix(['setosa'], ['sestosa'], levels)).toThrow(
      "unknown predicted[0] 'sestosa'. Expected one of 'setosa', 'versicolor', 'virginica'. Did you mean 'setosa'?",
    )
    expect(() => confusionMatrix([], [], levels)).toThrow(
      'expected actual to be a list of words, received an empty array.',
    )
  })
})
