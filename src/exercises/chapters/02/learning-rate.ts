import { contour } from '../../../figures/index.js'
import { numberText } from '../../../figures/text/number-text.js'
import { gradientDescent, quadratic } from '../../../network/index.js'
import { parameterChecker } from '../../checker.js'
import { remembered } from '../../remembered.js'
import type { Evidence } from '../../verdict.js'

const bowl = quadratic(
  [
    [1, 0],
    [0, 6],
  ],
  { minimum: [1, -1] },
)
const limit = 2 / 6
const most = 60
const run = remembered((learningRate) =>
  gradientDescent(bowl, { start: [-2, 1.5], learningRate, iterations: 2000, tolerance: 1e-6 }),
)
const arrives = (learningRate: number) => {
  if (learningRate <= 0) return false // descent refuses it
  const { status, iterations } = run(learningRate)
  return status === 'converged' && iterations <= most
}
const isStable = (learningRate: number) => learningRate > 0 && learningRate < limit
/** Where both directions shrink equally fast. */
const best = 2 / 7

/** How much of a whole: what is nearly 1 is not rounded to 1. */
function shareText(share: number): string {
  return share > 0.9995 ? 'nearly all of' : `${numberText(share)} of`
}

/** The first steps with this learning rate. */
function evidence(learningRate: number): Evidence[] {
  const { path } = gradientDescent(bowl, { start: [-2, 1.5], learningRate, iterations: 20 })
  const seen = path.filter(([x = 0, y = 0]) => Math.abs(x) < 5 && Math.abs(y) < 4)
  return [
    {
      kind: 'chart',
      figure: contour(bowl, {
        x: [-3, 5],
        y: [-4, 2],
        levels: [0.5, 2, 4, 8, 16, 32],
        steps: 32,
        path: seen,
        title: `Your descent: α = ${numberText(learningRate, 4)}`,
      }),
    },
  ]
}

/** Exercise 02-3: a learning rate that arrives. */
export const checkLearningRate = parameterChecker({
  id: '02-3',
  title: 'Choose a learning rate',
  task: 'Choose α so that descent on J = ½(θ₁ − 1)² + 3(θ₂ + 1)² arrives within 60 iterations.',
  accepts: arrives,
  examples: [0.25, 0.28, best, 0.29],
  evidence: (learningRate) => (learningRate > 0 ? evidence(learningRate) : []),
  passed: (learningRate) =>
    `With α = ${numberText(learningRate)} the gradient is shorter than 10⁻⁶ after ${run(learningRate).iterations} iterations. The border is 2/λ max = 1/3, and both directions shrink equally fast at 2/(1 + 6).`,
  mistakes: [
    {
      id: 'too-small',
      did: 'This learning rate is stable, and too small to arrive in time.',
      tempting: 'It is tempting to be careful, because small steps never overshoot.',
      where: (learningRate) =>
        `Along θ₁ the curvature is 1, so each step leaves ${shareText(1 - learningRate)} the distance. That takes ${run(learningRate).status === 'converged' ? run(learningRate).iterations : 'more than 2000'} iterations.`,
      look: ['sweep-seen', 'In “Iterations needed, and the cliff” it pays to be bolder, from the left.'],
      when: (learningRate) => isStable(learningRate) && learningRate < best && !arrives(learningRate),
      examples: [0.01, 0.1, 0.2],
    },
    {
      id: 'zigzag',
      did: 'This learning rate is stable, but so near the border that the path zig-zags.',
      tempting: 'It is tempting to go to the border, because longer steps seem faster.',
      where: (learningRate) =>
        `Along θ₂ the curvature is 6, and each step leaves ${shareText(6 * learningRate - 1)} the distance, on the other side. That takes ${run(learningRate).status === 'converged' ? run(learningRate).iterations : 'more than 2000'} iterations.`,
      look: ['sweep-seen', 'In “Iterations needed, and the cliff” it gets worse again near the wall.'],
      when: (learningRate) => isStable(learningRate) && learningRate > best && !arrives(learningRate),
      examples: [0.32, 0.333],
    },
    {
      id: 'above-the-limit',
      did: 'This learning rate is not below 2/λ max, so the descent does not come down.',
      tempting: 'It is tempting to judge by the flat direction, where such a step would do well.',
      where: (learningRate) =>
        `Along θ₂ the curvature is 6, so each step multiplies the distance by 1 − 6α = ${numberText(1 - 6 * learningRate)}: it does not shrink.`,
      look: [
        'factor-seen',
        'The steepest direction gives way first: in “What one step does to the distance from the minimum” see where its line crosses 1.',
      ],
      when: (learningRate) => learningRate >= limit,
      examples: [1 / 3, 0.4, 1, 50],
    },
    {
      id: 'not-positive',
      did: 'A learning rate of zero stays where it is, and one below zero climbs.',
      tempting: 'It is tempting to put the minus of the way down into α; but the formula has it already.',
      where: (learningRate) =>
        `With α = ${numberText(learningRate)} the cost never falls below that of the start.`,
      look: ['one-step-intro', 'See the minus in the formula of “One step by hand”.'],
      when: (learningRate) => learningRate <= 0,
      examples: [0, -0.1],
    },
  ],
  hints: [
    'The two directions have the curvatures 1 and 6. Which of them is the first to fly apart when α grows, and which is the last to arrive when α is small?',
    'Each step leaves |1 − αλ| of the distance along a direction with the curvature λ. Below 2/λ max both shrink; they shrink equally fast at 2/(λ min + λ max).',
    'With the curvatures 2 and 8 the border is 2/8 = 0.25, and the best is 2/(2 + 8) = 0.2: there |1 − 0.2·2| = 0.6 and |1 − 0.2·8| = 0.6.',
  ],
  solution: {
    code: 'const myLearningRate = 2 / 7',
    why: 'At 2/(λ min + λ max) both directions shrink equally fast.',
  },
})
