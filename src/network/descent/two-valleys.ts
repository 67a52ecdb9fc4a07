// Every `as` in this file holds because a cost function is only called with as many numbers as it has dimensions.
import { type CostFunction, costFunction } from './cost-function.js'

/**
 * J(θ) = (θ₁² − 1)² + θ₂²: two minima, at (−1, 0) and (1, 0), both with J = 0, and between them a saddle at (0, 0),
 * J = 1, where the gradient is zero too.
 *
 * ∇J = (4θ₁(θ₁² − 1), 2θ₂).
 */
export const twoValleys: CostFunction = costFunction({
  name: 'twoValleys',
  dimension: 2,
  value: (theta) => {
    const [x, y] = theta as [number, number]
    return (x * x - 1) ** 2 + y * y
  },
  gradient: (theta) => {
    const [x, y] = theta as [number, number]
    return [4 * x * (x * x - 1), 2 * y]
  },
})
