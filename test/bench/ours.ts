import { backward, forward, trainer, update } from '../../src/network/index.js'
import { type Contestant, learningRate } from './contestant.js'

export const ourTrainer: Contestant = {
  name: 'ours, trainer',
  numbers: 'float64',
  threads: 1,
  async prepare({ parameters, X, Y }) {
    const { step } = trainer(parameters, X, Y)
    return (steps) => {
      const started = performance.now()
      for (let k = 0; k < steps; k++) step(learningRate)
      return performance.now() - started
    }
  },
}

export const ourFunctions: Contestant = {
  name: 'ours, pure functions',
  numbers: 'float64',
  threads: 1,
  async prepare({ parameters, X, Y }) {
    let current = parameters
    return (steps) => {
      const started = performance.now()
      for (let k = 0; k < steps; k++)
        current = update(current, backward(current, forward(current, X), Y), learningRate)
      return performance.now() - started
    }
  },
}
