import { features, iris, labels, split } from '../../../data/index.js'
import { columnOf, fill, type Matrix, map, matrix } from '../../../math/index.js'
import { initialize, type NetworkOptions } from '../../../network/index.js'

/** The net of the two species. */
export const twoSpecies = {
  hiddenActivation: 'tanh',
  outputActivation: 'sigmoid',
  cost: 'binaryCrossEntropy',
} as const satisfies NetworkOptions

/** Its start. */
export const startOfTwo = () => initialize({ sizes: [2, 4, 1], seed: 3 })

/** Petals of versicolor and virginica, and 1 for virginica: the flowers of the chapter. */
export function petals(): { readonly X: Matrix; readonly Y: Matrix } {
  const species = labels(iris, 'species')
  const all = features(iris, ['petalLength', 'petalWidth'])
  const keep = species.flatMap((name, i) => (name === 'setosa' ? [] : [i]))
  const kept = keep.map((i) => columnOf(all, i).values)
  return {
    X: map(fill(2, keep.length, 0), (_, row, column) => kept[column]?.[row] ?? 0),
    Y: matrix([keep.map((i) => Number(species[i] === 'virginica'))]),
  }
}

/** The chapter's split of them. */
export const splitOf = (X: Matrix, Y: Matrix) => split(X, Y, { trainFraction: 0.7, seed: 2 })
