import type { AnswerFunction } from '../../src/exercises/exercise.js'
import { readParts } from '../../src/exercises/value/parts.js'
import { fromValues, type RandomGenerator } from '../../src/math/index.js'

/** The right answer with every number of it moved by chance, and by more than is allowed. */
export function disturbed(answer: AnswerFunction, random: RandomGenerator, within = 0): AnswerFunction {
  return ((...args: unknown[]) => {
    const read = readParts((answer as (...args: unknown[]) => unknown)(...args))
    if (read.kind !== 'parts') throw new Error('The right answer gives no numbers.')
    const moved = read.parts.map(({ name, form, rows, columns, values }) => {
      if (form === 'boolean') return [name, values[0] !== 1] as const
      const list = values.map((value) => value + 3 * within + random.uniform(0.01, 1))
      return [
        name,
        form === 'number' ? list[0] : form === 'list' ? list : fromValues(rows, columns, list),
      ] as const
    })
    return moved.length === 1 && moved[0]?.[0] === '' ? moved[0][1] : Object.fromEntries(moved)
  }) as AnswerFunction
}
