import { type Figure, scatter } from '../../figures/index.js'
import { type BugName, backward, bugs, checkGradients } from '../../network/index.js'
import { costLeft } from './curves.js'
import { findingsOf, parameterNames, tolerance } from './findings.js'
import { squareNet } from './lab-nets.js'

/** The largest relative error of the four gradients that an update needs; nothing for a pass that did not run. */
export function checkError(bug: BugName): number | undefined {
  const errors = findingsOf(bug)
    .lines.filter(({ name }) => parameterNames.some((each) => each === name))
    .map(({ error }) => error)
  return errors.length === 0 ? undefined : Math.max(...errors)
}

/** The same of the right gradient. */
function rightError(): number {
  const { net, X, Y, cache } = squareNet
  const errors = checkGradients(net, X, Y, backward(net, cache, Y))
  return Math.max(...parameterNames.map((name) => errors[name]))
}

/**
 * What the lab is about: for each bug, what the gradient check says, and how far the cost fell all the same. Bugs that
 * the learner has not named yet are points without a name.
 */
export function lessonChart(named: ReadonlySet<BugName>): Figure {
  // The keys of `bugs` are the names, by its type.
  const points = (Object.keys(bugs) as BugName[]).flatMap((bug) => {
    const [left, error] = [costLeft(bug), checkError(bug)]
    return left === undefined || error === undefined || !Number.isFinite(error) ? [] : [{ bug, left, error }]
  })
  const group = (name: string, own: readonly (typeof points)[number][]) =>
    own.length === 0
      ? []
      : [
          {
            name,
            x: own.map(({ left }) => left),
            y: own.map(({ error }) => error),
            labels: own.map(({ bug }) => (named.has(bug) ? bug : 'not named yet')),
            colour: name === 'named' ? 'vermillion' : 'grey',
          },
        ]
  const right = { left: costLeft('no bug') ?? 100, error: rightError() }
  const fell = points.filter(({ left }) => left < 100).length
  const lower = points.filter(({ left }) => left < right.left).length
  return scatter(
    [
      { name: 'no bug', x: [right.left], y: [right.error], labels: ['no bug'], colour: 'blue', size: 13 },
      ...group(
        'named',
        points.filter(({ bug }) => named.has(bug)),
      ),
      ...group(
        'not named yet',
        points.filter(({ bug }) => !named.has(bug)),
      ),
    ],
    {
      x: { title: 'cost left after training', unit: '%', log: true },
      y: { title: 'largest error in the gradient check', log: true },
      marks: [{ y: tolerance, label: 'a right gradient is below' }],
      title: 'What the check says, and what the cost says',
      summary: `The right gradient has an error of ${right.error.toExponential(0)} in the check and leaves ${right.left.toFixed(0)} % of the cost. ${points.length} bugs have errors above ${Math.min(...points.map(({ error }) => error)).toFixed(2)}; ${fell} of them bring the cost down all the same, ${lower} of them lower than the right gradient. The other ${Object.keys(bugs).length - points.length} stop.`,
    },
  )
}
