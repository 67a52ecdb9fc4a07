import type { PredictionText } from '../../prediction-text.js'

/** What chapter 1 asks before a cell is run. */
export const predictionsOf01: readonly PredictionText[] = [
  {
    id: '01-p1',
    question:
      'You walk through the bowl along θ₂ = −1, from the left edge to the right. Where does the cost change fastest?',
    options: {
      a: 'Near the minimum, where the lines are far apart.',
      b: 'At the two edges, where the lines are close together.',
      c: 'Everywhere equally fast, since you walk at one speed.',
    },
    answer: 'b',
    why: 'From each line to the next the cost changes by 4. Where the lines are close together, a short way is enough for that.',
  },
  {
    id: '01-p2',
    question: 'From how many of five places on the map does −∇J point straight at the minimum?',
    options: {
      a: 'Only from those on an axis of the ellipses.',
      b: 'From all of them: downhill is where the minimum is.',
      c: 'From none of them.',
    },
    answer: 'a',
    why: 'The angle is zero only on the lines θ₁ = 1 and θ₂ = −1. Elsewhere the steeper direction pulls the arrow to its side: the gradient knows the slope under your feet, and nothing of the valley.',
  },
  {
    id: '01-p3',
    question:
      'A central difference is measured with smaller and smaller steps h, on a function that is not quadratic. What happens to its error?',
    options: {
      a: 'It falls and falls: the smaller the step, the better.',
      b: 'It falls, and then rises again.',
      c: 'It stays the same: the central difference is exact.',
    },
    answer: 'b',
    why: 'Down to about h = 10⁻⁵ the error falls with the square of the step. Below that the two costs agree in nearly all their digits, and what is left of their difference is rounding.',
  },
  {
    id: '01-p4',
    question:
      'At (0, 0), between the two valleys, the gradient is zero. What does a small step from there cost?',
    options: {
      a: 'More in every direction, so it is a minimum.',
      b: 'The same in every direction, since it is flat there.',
      c: 'Less in some directions and more in others.',
    },
    answer: 'c',
    why: 'A step to the right or to the left costs less, a step up or down more. Zero gradient says only that the ground is level at that very point.',
  },
]
