import { choiceChecker } from '../../checker.js'

/** Exercise 03-5: which cost to take where some numbers are wrong. */
export const checkSlippedDigit = choiceChecker({
  id: '03-5',
  title: 'A cost for careless notes',
  task: 'Choose a cost for data in which some numbers are wrong by much.',
  question:
    'Of a thousand masses some dozens are wrong by thousands of grams, some too high and some too low. With which cost does the line follow the sound ones best?',
  options: {
    a: 'The mean squared error: large errors cost most, so descent mends them first.',
    b: 'The mean of the signed errors: too high and too low cancel.',
    c: 'Half the mean squared error: every error pulls half as hard.',
    d: 'The mean absolute error, or Huber’s: a point far away pulls no harder than one nearby.',
  },
  answer: 'd',
  mistakes: [
    {
      id: 'squares-mend-outliers',
      option: 'a',
      did: 'You give the wrong masses the greatest pull.',
      tempting: 'It is tempting, because a large error seems to be the one that most needs mending.',
      where:
        'But descent moves the line, not the mass. For the one slip of this chapter it took the line away from nine sound penguins.',
      look: [
        'three-fits',
        'In the table below “Three losses, three lines” compare the slope with the true mass and with the slip, for the square.',
      ],
    },
    {
      id: 'signed-errors',
      option: 'b',
      did: 'You let the signs cancel.',
      tempting: 'It is tempting, because then the wrong masses cancel as well.',
      where:
        'So do the errors of the sound ones. A line that is too low everywhere has a very negative mean, and that cost has no lowest point.',
      look: [
        'three-over-b',
        'Look for the lowest point of the mean of a − y in “Three costs as the line moves up and down”: there is none.',
      ],
    },
    {
      id: 'half-the-mse',
      option: 'c',
      did: 'You take a factor for another cost.',
      tempting: 'It is tempting, because half of a strong pull is a weaker one.',
      where:
        'All pulls are halved alike, so they balance at the same line as before: the one of least squares, slip and all.',
      look: [
        'losses',
        'In “How hard it pulls” compare a far point with a near one; half of both is the same comparison.',
      ],
    },
  ],
  hints: [
    'Which points should have much to say about the line, and which little? What does each cost give them?',
    'The pull of a point is the slope of its loss. Look how it goes on when the error becomes very large.',
    'With the errors 0.5 and 4: the squares pull with 1 and 8, the absolute values with 1 and 1, and Huber’s with δ = 0.75 with 1 and 1.5.',
  ],
  solution: {
    code: "const myChoice = 'd'",
    why: 'With the absolute value and with Huber the pull does not grow beyond a certain error, so a few wrong masses cannot outvote the many sound ones.',
  },
})
