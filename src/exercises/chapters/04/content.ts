import type { ChapterContent } from '../../chapter-content.js'
import { checkChain } from './chain.js'
import { huntsOf04 } from './hunts.js'
import { checkNeuronGradient } from './neuron-gradient.js'
import { checkNeuronMean } from './neuron-mean.js'
import { predictionsOf04 } from './predictions.js'
import { checkSigmoidPrime } from './sigmoid-prime.js'
import { checkSlowNeuron } from './slow-neuron.js'
import { checkThreeArrows } from './three-arrows.js'

/** What chapter 4 asks, in order. */
export const chapter04: ChapterContent = {
  exercises: [
    checkThreeArrows,
    checkSigmoidPrime,
    checkChain,
    checkNeuronGradient,
    checkNeuronMean,
    checkSlowNeuron,
  ],
  predictions: predictionsOf04,
  hunts: huntsOf04,
}
