import { isTodo, todosMade } from '../todo.js'
import { copyOf, unchanged } from '../value/copy.js'
import { type Part, readParts, type Strange } from '../value/parts.js'
import { errorLine } from './error-line.js'

/** What came of one call. */
export type Outcome = (
  | { readonly kind: 'value'; readonly parts: readonly Part[] }
  | { readonly kind: 'todo' }
  | { readonly kind: 'threw'; readonly error: string; readonly line?: string }
  | { readonly kind: 'strange'; readonly what: Strange; readonly words: string }
) & {
  /** The number, from 1, of an argument that the call changed. */
  readonly changed?: number
}

/** Calls a function with copies of the arguments and says what came of it. Never throws, and changes nothing. */
export function outcomeOf(answer: unknown, args: readonly unknown[]): Outcome {
  const mine = args.map(copyOf)
  const before = todosMade()
  try {
    const result = callAnswer(answer, mine)
    quiet(result)
    if (todosMade() > before) return { kind: 'todo' }
    const read = readParts(result)
    const changed = mine.findIndex((value, i) => !unchanged(value, args[i])) + 1
    const outcome = read.kind === 'parts' ? ({ kind: 'value', parts: read.parts } as const) : read
    return changed === 0 ? outcome : { ...outcome, changed }
  } catch (error) {
    if (todosMade() > before || nameOf(error) === 'TodoError') return { kind: 'todo' }
    const line = errorLine(error, answer)
    return { kind: 'threw', error: errorText(error), ...(line !== undefined && { line }) }
  }
}

/** The line of an error is found by this function's name. */
function callAnswer(answer: unknown, args: readonly unknown[]): unknown {
  // Whoever calls has seen that it is a function; a class and the like throw, which is told.
  return Reflect.apply(answer as () => unknown, undefined, args)
}

/** A promise that fails later would end the kernel; its failure is not what the verdict is about. */
function quiet(result: unknown): void {
  if (isTodo(result) || typeof result !== 'object' || result === null || !('then' in result)) return
  if (typeof result.then === 'function') Promise.resolve(result).catch(() => undefined)
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
}

/** Errors of a cell come from another realm, so they are known by their parts. */
function errorText(error: unknown): string {
  try {
    if (typeof error === 'object' && error !== null && 'message' in error)
      return `${nameOf(error) || 'Error'}: ${String(error.message)}`
    return String(error)
  } catch {
    return 'something that cannot be read'
  }
}
