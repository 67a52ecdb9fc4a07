import { valueChecker } from '../../checker.js'

/** Exercise 07-5: iterations from epochs. */
export const checkIterationCount = valueChecker<number>({
  id: '07-5',
  kind: 'value',
  title: 'How many updates?',
  task: 'Count the iterations of 30 epochs over 500 samples in batches of 40.',
  answer: 390,
  mistakes: [
    {
      id: 'epoch-for-iteration',
      did: 'This is the number of epochs.',
      tempting: 'It is tempting, because with the full batch the two are the same.',
      where: () => 'One epoch goes through all 500 samples, and here that takes many updates of 40 each.',
      look: [
        'epoch',
        'Look at the table in “Batches”: at 600 epochs, three sizes of batch make three numbers of iterations.',
      ],
      answer: 30,
    },
    {
      id: 'one-epoch',
      did: 'This is the number of iterations in one epoch.',
      tempting: 'It is tempting to stop when the batches are counted.',
      where: () => 'There are 13 batches in an epoch, and 30 epochs.',
      look: ['epoch', 'Look at the table in “Batches”: the last column is for one epoch.'],
      answer: 13,
    },
    {
      id: 'last-batch-left-out',
      did: 'This counts the full batches only, 12 in an epoch.',
      tempting: 'It is tempting to round 12.5 down.',
      where: () =>
        '12 batches of 40 are 480 samples. The last 20 make a smaller batch, and an update as well.',
      look: ['batch-intro', 'Read “Batches”: every sample is in one of the minibatches.'],
      answer: 360,
    },
    {
      id: 'half-a-batch',
      did: 'This takes 12.5 batches for an epoch.',
      tempting: 'It is tempting to divide and not to look: 500/40 is 12.5.',
      where: () =>
        'Half an update does not exist. The last 20 samples of each epoch make a whole one, as the others do.',
      look: [
        'batch-intro',
        'Do as “Batches” does: cut 500 samples into batches of 40, and count the pieces.',
      ],
      answer: 375,
    },
    {
      id: 'sample-for-iteration',
      did: 'This counts how often a sample is used.',
      tempting: 'It is tempting, because every sample has its share in the gradient.',
      where: () => 'An update takes 40 samples at once, and counts once.',
      look: [
        'epoch-article',
        'Read in “Batches”: an iteration is one update, however many samples it takes.',
      ],
      answer: 15000,
    },
  ],
  hints: [
    'How many updates does it take to go through all the samples once?',
    'Iterations in an epoch: samples divided by the batch size, rounded up, since the last batch takes what is left. Then times the epochs.',
    'With 100 samples in batches of 30 there are 30 + 30 + 30 + 10: 4 updates in an epoch. 5 epochs make 20 iterations.',
  ],
  solution: {
    code: 'const myIterations = 390',
    why: 'Twelve batches of 40 and one of 20 are 13 updates in an epoch, and 30 epochs make 390.',
  },
})
