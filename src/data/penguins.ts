import type { Dataset } from './dataset.js'
import { deepFreeze } from './deep-freeze.js'
import rows from './penguins.json' with { type: 'json' }

/** 342 penguins of three species: bill, flipper (mm) and body mass (g). */
export const penguins: Dataset<
  'billLength' | 'billDepth' | 'flipperLength' | 'bodyMass',
  'species' | 'island' | 'sex'
> = deepFreeze({
  name: 'penguins',
  description:
    'One row is one adult penguin, measured on an island near Palmer Station, Antarctica, 2007 to 2009. ' +
    '342 of 344 rows: 2 were left out because nothing was measured. The sex of 9 penguins is unknown.',
  size: 342,
  origin:
    'Measured by Kristen Gorman and the Palmer Station, Antarctica LTER; published as palmerpenguins; ' +
    'file penguins.json of vega-datasets 3.2.1.',
  licence: 'CC0 1.0',
  citation:
    'Horst AM, Hill AP, Gorman KB (2020). palmerpenguins: Palmer Archipelago (Antarctica) penguin data. ' +
    'https://doi.org/10.5281/zenodo.3960218',
  columns: {
    billLength: { label: 'bill length', unit: 'mm', values: rows.billLength },
    billDepth: { label: 'bill depth', unit: 'mm', values: rows.billDepth },
    flipperLength: { label: 'flipper length', unit: 'mm', values: rows.flipperLength },
    bodyMass: { label: 'body mass', unit: 'g', values: rows.bodyMass },
  },
  categories: {
    species: { label: 'species', levels: ['Adelie', 'Chinstrap', 'Gentoo'], values: rows.species },
    island: { label: 'island', levels: ['Biscoe', 'Dream', 'Torgersen'], values: rows.island },
    sex: { label: 'sex', levels: ['female', 'male', 'unknown'], values: rows.sex },
  },
})
