import { heatmap } from '../../../figures/index.js'
import { numberText } from '../../../figures/text/number-text.js'
import { matrix, sigmoidPrime, toRows } from '../../../math/index.js'
import { forward, initialize } from '../../../network/index.js'
import { parameterChecker } from '../../checker.js'
import { symptomTable } from '../../symptom-table.js'
import type { Evidence } from '../../verdict.js'

const X = matrix([
  [0.5, 2, -1, -0.5],
  [0.5, 1, -2, 1],
])
const [leastApart, leastSlope] = [0.1, 0.15]

/** What the hidden layer of a net with weights of this size says to the four samples of the chapter. */
function hiddenOf(scale: number) {
  // Beyond the largest scale here every neuron is saturated, and the numbers would overflow.
  const size = Math.min(scale, 1e100)
  const { Z1, A1 } = forward(initialize({ sizes: [2, 3, 1], seed: 4, scale: size }), X)
  const rows = toRows(A1)
  const apart = rows.flatMap((row, k) =>
    rows.slice(k + 1).map((other) => Math.max(...row.map((value, m) => Math.abs(value - Number(other[m]))))),
  )
  const slopes = toRows(sigmoidPrime(Z1)).flat()
  return {
    A1,
    /** How far the two neurons that are most alike are apart, in the sample that parts them best. */
    apart: Math.min(...apart),
    slope: slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length,
  }
}

/** The typed scale as a sentence can hold it: 1/3 has more digits than anybody needs. */
const said = (scale: number) => numberText(scale, 4)
const differs = (scale: number) => hiddenOf(scale).apart >= leastApart
const learns = (scale: number) => hiddenOf(scale).slope >= leastSlope

function evidence(scale: number): Evidence[] {
  const { A1, apart, slope } = hiddenOf(scale)
  return [
    {
      kind: 'chart',
      figure: heatmap(A1, {
        name: 'A1',
        rowNames: ['h₁', 'h₂', 'h₃'],
        columnNames: ['1', '2', '3', '4'],
        title: `A1 with your scale, ${said(scale)}`,
      }),
    },
    symptomTable(
      'What is asked, and what your scale gives',
      ['', 'yours', 'at least'],
      [
        ['how far the two most similar neurons are apart', apart, leastApart],
        ['mean slope σ′', slope, leastSlope],
      ],
      [apart < leastApart ? [0] : [], slope < leastSlope ? [1] : []].flat(),
    ),
  ]
}

/** Exercise 05-5: how large the weights of a start should be. */
export const checkStartSize = parameterChecker({
  id: '05-5',
  title: 'How large to begin',
  task: 'Choose the scale of a random start so that neurons differ and none is stuck.',
  accepts: (scale) => scale > 0 && differs(scale) && learns(scale),
  examples: [0.5, 1 / Math.sqrt(2), 1, 1.5],
  evidence: (scale) => (scale >= 0 ? evidence(scale) : []),
  passed: (scale) => {
    const { apart, slope } = hiddenOf(scale)
    return `With the scale ${said(scale)} the two most similar neurons are ${numberText(apart, 2)} apart, and the mean slope is ${numberText(slope)} of at most 0.25. Without being told, \`initialize\` takes 1/√2 ≈ 0.71 here.`
  },
  mistakes: [
    {
      id: 'zero-start',
      did: 'This is a start with zeros: all hidden neurons are equal.',
      tempting: 'It is tempting, because zero favours no neuron, and descent moves the weights anyway.',
      where: () =>
        'Every entry of A1 is σ(0) = 0.5. Equal neurons also get equal gradients, so they stay equal: three neurons that are one.',
      look: ['equal', 'Look at “A1 from a start with zeros”: three rows, each a copy of the first.'],
      when: (scale) => scale === 0,
      examples: [0],
    },
    {
      id: 'nearly-equal-start',
      did: 'The weights are so small that the hidden neurons are nearly equal.',
      tempting: 'It is tempting to be careful, because small weights saturate nothing.',
      where: (scale) =>
        `With ${said(scale)} the two most similar neurons are at most ${numberText(hiddenOf(scale).apart, 2)} apart, on any of the four samples. Training has to part them first.`,
      look: ['size', 'Look at the first picture of “A1 for weights of three sizes”: about 0.5 everywhere.'],
      when: (scale) => scale > 0 && !differs(scale),
      examples: [0.01, 0.1, 0.2],
    },
    {
      id: 'saturated-start',
      did: 'The weights are so large that many answers of the hidden neurons are saturated.',
      tempting: 'It is tempting, because large weights make the neurons as different as can be.',
      where: (scale) =>
        `With ${said(scale)} the mean slope σ′ is ${numberText(hiddenOf(scale).slope, 2)}, of 0.25 that are possible. The gradient has to pass these slopes, and little of it comes through.`,
      look: [
        'size',
        'Look at the last picture of “A1 for weights of three sizes”: nearly every entry is close to 0 or 1.',
      ],
      when: (scale) => scale > 0 && !learns(scale),
      examples: [3, 10, 50],
    },
    {
      id: 'negative-scale',
      did: 'This is below zero, and a scale says how far the weights spread around 0.',
      tempting: 'It is tempting, because weights may well be negative.',
      where: (scale) =>
        `With any scale above 0 about half of the weights are negative. A spread of ${said(scale)} does not exist.`,
      look: [
        'start-seen',
        'Read above “A1 for weights of three sizes” what `scale` means: a standard deviation.',
      ],
      when: (scale) => scale < 0,
      examples: [-1, -0.5],
    },
  ],
  hints: [
    'What does A1 look like when all weights are nearly 0? And when they are huge? Which of the two measures fails in each case?',
    'Too small, and the neurons are alike; too large, and they are saturated. A standard deviation near 1/√n, for neurons that read n numbers, lies between.',
    'For neurons that read 16 numbers 1/√16 = 0.25 is a good size: sixteen terms of that size add up to a z of about 1 in size, where the sigmoid still has a slope of 0.2.',
  ],
  solution: {
    code: 'const myScale = 1 / Math.sqrt(2)',
    why: 'Near 1/√n the sum of n terms is neither tiny nor huge: the neurons differ, and their slopes are not small.',
  },
})
