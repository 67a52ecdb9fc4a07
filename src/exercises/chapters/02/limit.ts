import { valueChecker } from '../../checker.js'

/** Exercise 02-4: where descent on a turned bowl becomes unstable. */
export const checkLimit = valueChecker<number>({
  id: '02-4',
  kind: 'value',
  title: 'The border of a turned bowl',
  task: 'Compute the learning rate from which on descent on a bowl with the eigenvalues 2 and 5 is unstable.',
  answer: 0.4,
  mistakes: [
    {
      id: 'the-flat-direction',
      did: 'This is 2/λ min: the border of the flat direction.',
      tempting: 'It is tempting, because that direction is the one that takes long.',
      where: () =>
        'With α = 1 a step multiplies the distance along the steep axis by 1 − 1·5 = −4: it flies apart long before.',
      look: [
        'factor-seen',
        'Read in “Where the cliff is”: every direction has to shrink, and the steepest gives way first.',
      ],
      answer: 1,
    },
    {
      id: 'no-2',
      did: 'This is 1/λ max, the learning rate that reaches the bottom of the steep direction in one step.',
      tempting: 'It is tempting, because it is the best one for that direction alone.',
      where: () =>
        'With α = 0.2 the factor along the steep axis is 1 − 0.2·5 = 0: all the way from 0 to −1 is still left before it becomes unstable.',
      look: [
        'factor',
        'In “What one step does to the distance from the minimum” look where the dashed line is 0, and where it crosses 1.',
      ],
      answer: 0.2,
    },
    {
      id: 'the-best',
      did: 'This is 2/(λ min + λ max), where both directions shrink equally fast.',
      tempting: 'It is tempting, since that number is the one to choose in practice.',
      where: () => 'With α = 2/7 both factors are 3/7 in size, well below 1; the border is further on.',
      look: [
        'sweep-seen',
        'In “Iterations needed, and the cliff” there are two marks: the deepest point, and the wall. Asked is the wall.',
      ],
      answer: 2 / 7,
    },
    {
      id: 'the-curvature-itself',
      did: 'This is the fraction upside down: half of the curvature.',
      tempting: 'It is tempting to have α grow with the curvature.',
      where: () =>
        'With α = 2.5 the factor along the steep axis is 1 − 2.5·5 = −11.5. The steeper the bowl, the smaller α has to be.',
      look: [
        'factor-intro',
        'In “Where the cliff is” a step multiplies the distance by 1 − αλ. Solve |1 − αλ| < 1 for α.',
      ],
      answer: 2.5,
    },
  ],
  hints: [
    'By which factor does one step multiply the distance along an axis with the curvature λ? For which α does it stay between −1 and 1?',
    'Along each axis the factor is 1 − αλ. It reaches −1 at α = 2/λ, so the axis with the largest λ decides.',
    'A bowl with the eigenvalues 1 and 10: the factors are 1 − α and 1 − 10α. The second reaches −1 at α = 0.2, the first only at 2. So the border is 0.2.',
  ],
  solution: {
    code: 'const myLimit = 2 / 5',
    why: 'The steepest axis has λ = 5, and 1 − 5α reaches −1 at α = 2/5.',
  },
})
