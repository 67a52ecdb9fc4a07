/** The checkers of chapter 4, as its cells import them. */
export { checkChain } from './chain.js'
export { checkNeuronGradient } from './neuron-gradient.js'
export { checkNeuronMean } from './neuron-mean.js'
export { checkSigmoidPrime } from './sigmoid-prime.js'
export { checkSlowNeuron } from './slow-neuron.js'
export { checkThreeArrows } from './three-arrows.js'
