import rows from './cars.json' with { type: 'json' }
import type { Dataset } from './dataset.js'
import { deepFreeze } from './deep-freeze.js'

/** An international pound, exactly. */
const kilogramsPerPound = 0.45359237

/** Litres per 100 km of a car that goes one mile on a US gallon. Fuel use is this divided by miles per gallon. */
const litresPerHundredKilometres = 235.215

/** 392 cars of the model years 1970 to 1982: fuel use, weight, engine, origin. */
export const cars: Dataset<
  | 'milesPerGallon'
  | 'fuelUse'
  | 'cylinders'
  | 'displacement'
  | 'horsepower'
  | 'weight'
  | 'acceleration'
  | 'year',
  'origin'
> = deepFreeze({
  name: 'cars',
  description:
    'One row is one car model of 1970 to 1982, fuel use measured in the city. 392 of 406 rows: 14 were left out, ' +
    '8 without fuel use and 6 without horsepower. Weight is converted from pounds (× 0.45359237), fuelUse is ' +
    '235.215 ÷ milesPerGallon (US gallons), displacement stays in cubic inches, acceleration is the time from 0 to 60 mph. ' +
    'The file that this comes from dates the models of 1981 as 1982; their year is put right here.',
  size: 392,
  origin:
    'Collected by Ernesto Ramos and David Donoho for the 1983 Exposition of the American Statistical Association; ' +
    'StatLib (Carnegie Mellon University); the same cars as UCI Auto MPG; file cars.json of vega-datasets 3.2.1.',
  licence: 'CC BY 4.0',
  citation:
    'Quinlan R (1993). Auto MPG [data set]. UCI Machine Learning Repository. https://doi.org/10.24432/C5859H',
  columns: {
    milesPerGallon: { label: 'distance per fuel', unit: 'miles/gallon', values: rows.milesPerGallon },
    fuelUse: {
      label: 'fuel use',
      unit: 'L/100 km',
      values: rows.milesPerGallon.map((miles) => litresPerHundredKilometres / miles),
    },
    cylinders: { label: 'cylinders', unit: '', values: rows.cylinders },
    displacement: { label: 'displacement', unit: 'in³', values: rows.cubicInches },
    horsepower: { label: 'power', unit: 'hp', values: rows.horsepower },
    weight: {
      label: 'weight',
      unit: 'kg',
      values: rows.pounds.map((pounds) => pounds * kilogramsPerPound),
    },
    acceleration: { label: 'time from 0 to 60 mph', unit: 's', values: rows.acceleration },
    year: { label: 'model year', unit: '', values: rows.year },
  },
  categories: {
    origin: { label: 'origin', levels: ['Europe', 'Japan', 'USA'], values: rows.origin },
  },
})
