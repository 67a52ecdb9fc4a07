import { expect, it } from 'vitest'
import { remembered } from '../../src/exercises/remembered.js'

it('what was computed last, and before that, is not computed again', () => {
  const asked: number[] = []
  const square = remembered((x) => {
    asked.push(x)
    return x * x
  })
  expect([3, 4, 3, 4, 5, 4, 3].map(square)).toEqual([9, 16, 9, 16, 25, 16, 9])
  expect(asked).toEqual([3, 4, 5, 3])
  expect([square(Number.NaN), square(Number.NaN)]).toEqual([Number.NaN, Number.NaN])
  expect(asked).toHaveLength(5)
})
