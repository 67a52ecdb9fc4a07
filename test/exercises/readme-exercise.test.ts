import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { check } from '../../src/exercises/check.js'
import { functionChecker } from '../../src/exercises/checker.js'
import { draw } from '../../src/exercises/draw.js'
import type { Checker, ComputedExercise } from '../../src/exercises/exercise.js'
import { cellNamed } from './exercise-cells.js'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const page = readme.slice(readme.indexOf('### Add an exercise'), readme.indexOf('### Add a chapter'))
const code = /```ts\n(.*?)```/s.exec(page)?.[1]?.replace(/^ {3}/gm, '').trimEnd() ?? ''

/** The exercise that the README adds. */
function exerciseOf(text: string): ComputedExercise {
  const made: Record<string, Checker> = {}
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } })
  new Function('require', 'exports', outputText)(() => ({ functionChecker, draw }), made)
  return Object.values(made)[0]?.exercise as ComputedExercise // a function's exercise is computed
}

it('the README adds an exercise with three mistakes in forty lines', () => {
  expect(code.split('\n').length).toBeLessThanOrEqual(40)
  const exercise = exerciseOf(code)
  expect(exercise.mistakes).toHaveLength(3)
  for (let seed = 1; seed <= 50; seed++) {
    expect(check(exercise, exercise.answer, seed).status).toBe('pass')
    for (const { id, answer } of exercise.mistakes) expect(check(exercise, answer, seed).mistake).toBe(id)
  }
  for (const { look } of exercise.mistakes) expect(cellNamed(exercise.id, look[0]), look[0]).toBeDefined()
})
