import { type Bug, type Mistake, makeBug } from './bug.js'
import type { BugName } from './bug-name.js'
import { bugsOfSigmaPrime } from './bugs-of-sigma-prime.js'
import { bugsOfTheCost } from './bugs-of-the-cost.js'
import { bugsOfTheParameters } from './bugs-of-the-parameters.js'
import { bugsOfTheWayBack } from './bugs-of-the-way-back.js'

const mistakes: Record<BugName, Mistake> = {
  ...bugsOfTheCost,
  ...bugsOfSigmaPrime,
  ...bugsOfTheParameters,
  ...bugsOfTheWayBack,
}

/**
 * Thirty backward passes of the mean squared error with one mistake each, by name: `bugs['no-1/M'](parameters, cache, Y)`.
 *
 * Called like `backward`. Some throw a ShapeError, in the call or in `update`; which ones depends on the sizes, and
 * on a 3-3-3 net most run and are quietly wrong. `checkGradients` tells each of them from the right one.
 *
 * @see notebooks/06-backprop.ipynb
 */
export const bugs: { readonly [name in BugName]: Bug } = Object.freeze(
  Object.fromEntries(
    // The keys of `mistakes` are the names, by its type.
    Object.entries(mistakes).map(([name, mistake]) => [name, makeBug(name as BugName, mistake)]),
  ) as Record<BugName, Bug>,
)
