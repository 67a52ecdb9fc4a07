import { valueChecker } from '../../checker.js'

/** Exercise 08-4: a share out of a confusion matrix. */
export const checkFoundShare = valueChecker<number>({
  id: '08-4',
  kind: 'value',
  title: 'Found among the versicolor',
  task: 'Compute from a confusion matrix what share of the versicolor flowers is found.',
  answer: 0.8,
  mistakes: [
    {
      id: 'column-for-row',
      did: 'This reads along the column: of all that are called versicolor, so many are.',
      tempting: 'It is tempting, because the column has the name versicolor on it as well.',
      where: () =>
        'The column has 12 + 4 = 16 flowers in it, and 4 of them are virginica. Asked is about the 15 flowers that are versicolor.',
      look: [
        'confusion',
        'Read at the axes of “Test flowers: true and predicted species” which side is which.',
      ],
      answer: 12 / 16,
    },
    {
      id: 'accuracy',
      did: 'This is the share of right answers among all flowers.',
      tempting: 'It is tempting, because that is the number below the matrix of this chapter.',
      where: () =>
        'There are 40 flowers, and 33 of them are on the diagonal. Asked is about the 15 versicolor alone.',
      look: [
        'confusion',
        'See the fraction below “Test flowers: true and predicted species”: it has all flowers below the line.',
      ],
      answer: 33 / 40,
    },
    {
      id: 'missed-for-found',
      did: 'This is the share that is missed.',
      tempting: 'It is tempting, because errors stand out when one reads a confusion matrix.',
      where: () => '3 of the 15 versicolor are missed, and the others are found.',
      look: [
        'confusion',
        'See “Test flowers: true and predicted species”: the diagonal has what is right, the rest are errors.',
      ],
      answer: 3 / 15,
    },
    {
      id: 'count-for-share',
      did: 'This is how many are found, not which share.',
      tempting: 'It is tempting, because the matrix has counts in it.',
      where: () => 'A share lies between 0 and 1: it takes the 12 and the number of all versicolor.',
      look: [
        'confusion',
        'Compare the counts in “Test flowers: true and predicted species” with the fraction below.',
      ],
      answer: 12,
    },
    {
      id: 'found-over-missed',
      did: 'This divides what is found by what is missed.',
      tempting: 'It is tempting, because these are the two numbers in the row.',
      where: () => '12/3 is 4, and a share is never above 1. Below the line stand all 15, found and missed.',
      look: [
        'confusion',
        'See the fraction below “Test flowers: true and predicted species”: below the line are right and wrong.',
      ],
      answer: 4,
    },
    {
      id: 'share-of-all-flowers',
      did: 'This divides by the number of all flowers.',
      tempting: 'It is tempting, because all flowers have been tested.',
      where: () => '25 of the 40 flowers are no versicolor, so they could not be found among them.',
      look: [
        'confusion',
        'See “Test flowers: true and predicted species”: each true species has a row of its own.',
      ],
      answer: 12 / 40,
    },
  ],
  hints: [
    'Which flowers is the question about? In which row or column are these, and only these?',
    'A row has all flowers of one true species. Found are those on the diagonal; the share is found/(all in the row).',
    'For virginica: the row is 0, 4, 10, so 14 flowers, and 10 of them are found. That is 10/14 = 0.714.',
  ],
  solution: {
    code: 'const myShare = 12 / (0 + 12 + 3)',
    why: 'The row of versicolor has 15 flowers, and 12 of them are on the diagonal.',
  },
})
