import { countText, numberText } from '../text/number-text.js'
import type { CheckedPasses } from './gradient-check-argument.js'

/** What the map shows, pass by pass: the first matrix that is wrong, how wrong it is, and how many are. */
export function gradientCheckSummary({ columns, passes }: CheckedPasses, tolerance: number): string {
  const sentences = passes.map(({ name, errors }) => {
    if (errors === undefined) return `${name}: did not run.`
    const wrong = errors.flatMap((error, j) => (error !== undefined && error > tolerance ? [j] : []))
    const [first] = wrong
    if (first === undefined) return `${name}: all right.`
    const error = errors[first] ?? 0
    const size = error === Infinity ? 'wrong shape' : `error ${numberText(error, 2)}`
    const looked = errors.filter((each) => each !== undefined).length
    return `${name}: first wrong ${columns[first]}, ${size}; ${wrong.length} of ${looked} wrong.`
  })
  return `Gradient check of ${countText(passes.length, 'backward pass', 'backward passes')}, with columns ${columns.join(', ')}. ${sentences.join(' ')}`
}
