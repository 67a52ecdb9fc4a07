import type { PredictionText } from '../../prediction-text.js'

/** What chapter 7 asks before a cell is run. */
export const predictionsOf07: readonly PredictionText[] = [
  {
    id: '07-p1',
    question: 'With α = 5, what will the loop do that updates W2 too early?',
    options: {
      a: 'Its cost rises: a wrong gradient leads uphill.',
      b: 'It learns XOR about as well as the right one.',
      c: 'It stays on the plateau near 1/4.',
    },
    answer: 'b',
    why: 'The wrong dW1 is off by a few percent and still points roughly downhill. Only with the larger step, where W2 moves far between the two lines, does the loop go astray.',
  },
  {
    id: '07-p2',
    question: 'Three hidden neurons start with equal weights. What do they do in 600 epochs?',
    options: {
      a: 'They move, and stay equal.',
      b: 'They stay where they are.',
      c: 'They part, slowly at first.',
    },
    answer: 'a',
    why: 'Equal neurons get equal gradients, and equal gradients make equal steps. Nothing in the formulas could tell one from another.',
  },
  {
    id: '07-p3',
    question: 'Chapter 2 had a bowl. Now, with a sigmoid at the output: what does XOR do with α = 100?',
    options: {
      a: 'The cost grows beyond all bounds.',
      b: 'The cost falls faster than with any smaller α.',
      c: 'The cost jumps up and then hardly moves.',
    },
    answer: 'c',
    why: 'The first steps throw the output far out, where the sigmoid is flat. There it answers with great confidence, wrongly in part, and has next to no gradient left to come back with.',
  },
  {
    id: '07-p4',
    question: 'The starting weights have the standard deviation 0.01, 1, 10 or 30. Which start ends lowest?',
    options: {
      a: '0.01: nothing is saturated there.',
      b: '1: large enough to pass the gradient back, small enough to have a slope.',
      c: '30: large weights pass the most gradient back.',
    },
    answer: 'b',
    why: 'Tiny weights let little back through W2ᵀ, huge ones saturate both layers. The pull on W1 is strongest in between, and so is the learning.',
  },
  {
    id: '07-p5',
    question:
      'By epoch the smallest batches are far ahead. Which are ahead when the same runs are drawn by iteration?',
    options: {
      a: 'The smallest, by as much as before.',
      b: 'The full batch, by far: its gradient is exact.',
      c: 'None by much: the curves lie close together.',
    },
    answer: 'c',
    why: 'A step from 5 samples brings about as much as a step from all 200. The small batches are ahead by epoch because they step forty times as often.',
  },
]
