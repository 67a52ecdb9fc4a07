import { inspect } from 'node:util'

/** An error as the protocol tells it, in `execute_reply` and in the `error` message. */
export interface ErrorContent {
  readonly ename: string
  readonly evalue: string
  readonly traceback: readonly string[]
}

/** Frames of a stack that lie in the kernel or in Node.js say nothing about the cell. */
const foreignFrame = /^ {4}at .*(\(node:|at node:|tslab[\\/]dist|sigintHandlersWrap)/

/** The thrown value of a cell as an error. Never throws, whatever was thrown. */
export function errorContent(thrown: unknown): ErrorContent {
  try {
    if (!isErrorLike(thrown)) {
      const evalue = inspect(thrown)
      return { ename: 'Uncaught', evalue, traceback: `Uncaught ${evalue}`.split('\n') }
    }
    if (isInterrupt(thrown)) {
      const evalue = 'The cell was interrupted.'
      return { ename: 'Interrupted', evalue, traceback: [evalue] }
    }
    return {
      ename: thrown.name,
      evalue: thrown.message,
      traceback: inspect(thrown)
        .split('\n')
        .filter((line) => !foreignFrame.test(line)),
    }
  } catch {
    const evalue = 'The cell threw a value that cannot be looked at.'
    return { ename: 'Uncaught', evalue, traceback: [evalue] }
  }
}

/** What the compiler said about a cell, which therefore was not run. */
export function compileErrorContent(diagnostics: readonly string[]): ErrorContent {
  return { ename: 'TypeScriptError', evalue: diagnostics[0] ?? '', traceback: diagnostics }
}

function isErrorLike(value: unknown): value is Error {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  )
}

/** Node's own words for a script that SIGINT stopped, and tslab's for one that waits. */
function isInterrupt(error: Error): boolean {
  return (
    ('code' in error && error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') ||
    (error.name === 'Error' && error.message === 'Interrupted asynchronously')
  )
}
