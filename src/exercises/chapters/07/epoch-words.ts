import { choiceChecker } from '../../checker.js'

/** Exercise 07-6: what "after 1000 iterations" says. */
export const checkEpochWords = choiceChecker({
  id: '07-6',
  title: 'After 1000 iterations',
  task: 'Say how often a training has seen each sample.',
  question:
    'A report says: 50 000 samples, minibatches of 100, "after 1000 iterations the net has learned". How often has the net seen each sample by then?',
  options: {
    a: '1000 times: once in every iteration.',
    b: 'Twice.',
    c: '100 times: that is the size of a batch.',
    d: '500 times: that is how many batches there are.',
  },
  answer: 'b',
  mistakes: [
    {
      id: 'epoch-for-iteration',
      option: 'a',
      did: 'You take an iteration for an epoch.',
      tempting:
        'It is tempting: the article uses the two words as one, and in its example they are the same.',
      where:
        'One iteration sees 100 samples. It takes 500 of them to see all 50 000 once, and that is one epoch.',
      look: [
        'epoch-article',
        'Read the two definitions in “Batches” again, and the one case in which they agree.',
      ],
    },
    {
      id: 'batch-size-for-epochs',
      option: 'c',
      did: 'You take the size of a batch for the number of epochs.',
      tempting:
        'It is tempting, because it is the only number in the report that speaks of samples at a time.',
      where: '1000 iterations of 100 samples are 100 000 looks at a sample, for 50 000 samples.',
      look: ['epoch', 'Look at the table in “Batches”: smaller batches make more iterations in an epoch.'],
    },
    {
      id: 'iterations-in-an-epoch',
      option: 'd',
      did: 'You give the number of iterations in one epoch.',
      tempting: 'It is tempting, because 50 000/100 is the first thing to compute.',
      where: '500 iterations make one epoch. 1000 of them make two, and each epoch sees every sample once.',
      look: ['epoch', 'Look at the last column of the table in “Batches”: iterations in an epoch.'],
    },
  ],
  hints: [
    'How many samples does one iteration see? How many do 1000 of them see, all together?',
    'Epochs = iterations × batch size / samples. In every epoch each sample is seen once.',
    'With 600 samples in batches of 20 there are 30 iterations in an epoch. After 90 iterations the net has seen each sample 3 times.',
  ],
  solution: {
    code: "const myAnswer = 'b'",
    why: 'An epoch has 50 000/100 = 500 iterations, so 1000 iterations are two epochs, and each sees every sample once.',
  },
})
