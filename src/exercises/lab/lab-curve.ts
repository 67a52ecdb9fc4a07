import { type BackwardPass, trainWith } from '../../network/index.js'
import type { LabCurve } from './curves.js'
import { labTraining, squareNet } from './lab-nets.js'

/** Trains the lab's square net with a backward pass: what `curves.json` keeps. */
export function labCurve(pass: BackwardPass): LabCurve {
  const { net, X, Y } = squareNet
  const { status, costs } = trainWith(pass, net, X, Y, labTraining)
  const kept = costs.filter((_, epoch) => epoch % 5 === 0)
  return { status, costs: kept.map((cost) => Number(cost.toPrecision(5))) }
}
