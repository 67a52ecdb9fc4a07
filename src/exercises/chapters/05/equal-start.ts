import { choiceChecker } from '../../checker.js'

/** Exercise 05-6: from which start three hidden neurons become three. */
export const checkEqualStart = choiceChecker({
  id: '05-6',
  title: 'A start for three neurons',
  task: 'Choose the start from which hidden neurons can learn different things.',
  question:
    'Four nets of 2-3-1 are trained with the same data and the same learning rate. Which start lets the three hidden neurons learn three different things?',
  options: {
    a: 'All weights and biases 0: none is favoured, and training decides.',
    b: 'All weights 0.5 and all biases 0: alive, and small enough to learn.',
    c: 'Small random weights from a seed, and all biases 0.',
    d: 'Zero weights in W1, all entries of B1 equal to 1, and 0.5 everywhere in W2: the biases are there to start with.',
  },
  answer: 'c',
  mistakes: [
    {
      id: 'zero-start',
      option: 'a',
      did: 'You choose a zero start.',
      tempting: 'It is tempting, because zeros are neutral and training moves them anyway.',
      where:
        'All three neurons say 0.5 to every sample, and they get the same gradient. So after each update they are equal again.',
      look: ['equal', 'Look at “A1 from a start with zeros”: three rows, each a copy of the first.'],
    },
    {
      id: 'equal-start',
      option: 'b',
      did: 'You choose an equal start: the neurons are alive, and all alike.',
      tempting: 'It is tempting, because what was wrong with zeros seems to be that nothing gets through.',
      where:
        'Three rows of W1 with (0.5, 0.5) compute the same z for every sample, and W2 reads them with the same weight. So their gradients are equal, too.',
      look: [
        'equal-lines',
        'Compare “Three equal hidden neurons” with “One neuron, weight tripled”: they are the same picture.',
      ],
    },
    {
      id: 'equal-biases',
      option: 'd',
      did: 'You choose neurons that differ in nothing: their biases are equal, and so is all the rest.',
      tempting: 'It is tempting, because a bias of 1 moves each neuron away from 0.5.',
      where:
        'It moves all three to σ(1) = 0.73, for every sample. Not zero is not enough; they have to differ from one another.',
      look: [
        'equal-lines',
        'Look at “Three equal hidden neurons”: three lines that lie on one another are one, wherever they lie.',
      ],
    },
  ],
  hints: [
    'Take two hidden neurons of each start. Is there any number in which they differ?',
    'Two neurons with the same row of W1, the same entry of B1 and the same entry of W2 compute the same and get the same gradient. Nothing ever parts them.',
    'With W1 = [[0.2, −0.4], [0.3, 0.1]] and the sample (1, 1): z is −0.2 for one neuron and 0.4 for the other. They say 0.45 and 0.60, and each gets a gradient of its own.',
  ],
  solution: {
    code: "const myChoice = 'c'",
    why: 'Random weights make the neurons differ from the first step on; the seed makes the start repeatable. The biases may begin at 0, since the weights already differ.',
  },
})
