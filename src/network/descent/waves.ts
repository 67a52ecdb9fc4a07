// Every `as` in this file holds because a cost function is only called with as many numbers as it has dimensions.
import { type CostFunction, costFunction } from './cost-function.js'

/**
 * f(θ) = e^θ₁ sin θ₂: smooth, and no quadratic, so that a central difference has a truncation error to look at.
 *
 * ∇f = (e^θ₁ sin θ₂, e^θ₁ cos θ₂). It has no minimum.
 */
export const waves: CostFunction = costFunction({
  name: 'waves',
  dimension: 2,
  value: (theta) => {
    const [x, y] = theta as [number, number]
    return Math.exp(x) * Math.sin(y)
  },
  gradient: (theta) => {
    const [x, y] = theta as [number, number]
    return [Math.exp(x) * Math.sin(y), Math.exp(x) * Math.cos(y)]
  },
})
