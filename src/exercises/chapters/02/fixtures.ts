import type { RandomGenerator } from '../../../math/index.js'
import { draw } from '../../draw.js'

export type Point = [number, number]
export type Gradient = (theta: Point) => Point

/** The gradient of a bowl that is turned, so that each partial derivative holds both parameters. */
export function turnedGradient(random: RandomGenerator): Gradient {
  const [a, b, c] = [draw(random, 1, 2), draw(random, 0.6, 0.9), draw(random, 1, 2)]
  return ([x, y]) => [a * x + b * y, b * x + c * y]
}

/** A step of descent. */
export function stepFrom(theta: Point, gradient: Gradient, learningRate: number): Point {
  const slope = gradient(theta)
  return [theta[0] - learningRate * slope[0], theta[1] - learningRate * slope[1]]
}

/** The same with the second component computed from the new first one. */
export function inTurn(theta: Point, gradient: Gradient, learningRate: number): Point {
  const first = stepFrom(theta, gradient, learningRate)[0]
  return [first, stepFrom([first, theta[1]], gradient, learningRate)[1]]
}

/** The same with the first component computed from the new second one. */
export function inTurnBack(theta: Point, gradient: Gradient, learningRate: number): Point {
  const second = stepFrom(theta, gradient, learningRate)[1]
  return [stepFrom([theta[0], second], gradient, learningRate)[0], second]
}
