import { expect, it } from 'vitest'
import { features, iris } from '../../src/data/index.js'
import { at } from '../../src/math/entries.js'
import { shapeOf } from '../../src/math/shape-of.js'
import { countOf, meanOf } from './columns.js'

const keys = ['sepalLength', 'sepalWidth', 'petalLength', 'petalWidth'] as const

it('iris has 150 flowers with four measures in cm, 50 flowers of each species', () => {
  expect(shapeOf(features(iris, keys))).toBe('4×150')
  expect(keys.map((key) => iris.columns[key].unit)).toEqual(['cm', 'cm', 'cm', 'cm'])
  expect(countOf(iris.categories.species.values)).toEqual({ setosa: 50, versicolor: 50, virginica: 50 })
})

it('iris has the means of Fisher’s data', () => {
  const means = keys.map((key) => meanOf(iris.columns[key].values))
  ;[5.843333, 3.057333, 3.758, 1.199333].forEach((mean, i) => {
    expect(means[i]).toBeCloseTo(mean, 6)
  })
})

it('iris has flowers 35 and 38 as in Fisher’s paper, not as at UCI', () => {
  const X = features(iris, keys)
  expect([0, 1, 2, 3].map((i) => at(X, i, 34))).toEqual([4.9, 3.1, 1.5, 0.2])
  expect([0, 1, 2, 3].map((i) => at(X, i, 37))).toEqual([4.9, 3.6, 1.4, 0.1])
})
