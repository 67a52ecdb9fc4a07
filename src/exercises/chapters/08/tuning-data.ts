import { choiceChecker } from '../../checker.js'

/** Exercise 08-5: which data may choose the learning rate. */
export const checkTuningData = choiceChecker({
  id: '08-5',
  title: 'Which data chooses?',
  task: 'Choose the data by which a learning rate and a number of neurons are chosen.',
  question:
    'You try twenty nets for the cars, with different learning rates and numbers of hidden neurons. In the end you want to say how well the best one does on new cars. By which cost do you choose it?',
  options: {
    a: 'By the cost on the test cars, since they stand for new cars.',
    b: 'By the cost on the training cars, so that the test cars stay out of it.',
    c: 'By the cost on validation cars, which no net has trained with. The test cars are looked at once, at the end.',
    d: 'By the cost on validation and test cars together: more cars, less chance.',
  },
  answer: 'c',
  mistakes: [
    {
      id: 'tuned-on-test-data',
      option: 'a',
      did: 'You choose by the test data: the nets are tuned on it.',
      tempting: 'It is tempting, because no net has trained with these cars, and the test is what counts.',
      where:
        'Of twenty nets one is best on these 78 cars, and in part by luck. The luck is in the number that you report, and on new cars it is gone.',
      look: [
        'overfit-seen',
        'Read in “Learning by heart” why it is a trap to stop where the test cost is lowest.',
      ],
    },
    {
      id: 'chosen-on-training-data',
      option: 'b',
      did: 'You choose by the training data.',
      tempting: 'It is tempting, because it keeps the test data clean.',
      where:
        'It does that. But the least training cost is that of the net which has learned most by heart: the largest, trained longest.',
      look: [
        'overfit',
        'Look at “Training and test part ways”: where the training cost is lowest, the test cost is not.',
      ],
    },
    {
      id: 'test-data-too',
      option: 'd',
      did: 'You let the test data help to choose.',
      tempting: 'It is tempting, because more cars make a steadier number.',
      where:
        'Whatever takes part in the choice is no longer new. No car would be left that says how well the chosen net does.',
      look: [
        'validation',
        'Look at the table in “Learning by heart”: one column chooses the epoch, and another tells how good it is.',
      ],
    },
  ],
  hints: [
    'What do you want to say at the end, and about which cars? Which of your cars are as new as those?',
    'Three parts for three jobs: training data fits the weights, validation data chooses between nets, and test data says how good the choice is.',
    'Ten coins are thrown five times each, and the best shows heads five times. Is it a better coin? Only new throws can tell, and it is not to be chosen by those.',
  ],
  solution: {
    code: "const myChoice = 'c'",
    why: 'Validation data chooses. The test data has taken no part in anything, so its cost is what new cars may be expected to cost.',
  },
})
