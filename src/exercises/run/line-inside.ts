/** What V8 tells of a call: its own line, and the first line of the function around it. */
interface CallSite {
  readonly getFunctionName: () => unknown
  readonly getLineNumber: () => unknown
  readonly getEnclosingLineNumber?: () => unknown
}

/** The constructor `Error` of some realm, which V8 asks how a stack is to be written. */
interface ErrorConstructorOfV8 {
  prepareStackTrace?: unknown
}

/**
 * The line inside the learner's function, from 0, in which the error arose. Nothing where the engine does not tell.
 * A function without a name is the one that `callAnswer` called.
 *
 * A stack is written when it is first read; until then its calls can be asked for.
 */
export function lineInside(error: object, name: string): number | undefined {
  const calls = callsOf(error).filter((call) => call.getFunctionName() !== 'apply')
  const outside = calls.findIndex((call) => /^callAnswer\d*$/.test(String(call.getFunctionName())))
  const call = name === '' ? calls[outside - 1] : calls.find((each) => each.getFunctionName() === name)
  const line = Number(call?.getLineNumber()) - Number(call?.getEnclosingLineNumber?.())
  return line >= 0 ? line : undefined
}

function callsOf(error: object): readonly CallSite[] {
  if (typeof error.constructor !== 'function') return []
  const realm = errorOf(error.constructor)
  const own = Object.getOwnPropertyDescriptor(realm, 'prepareStackTrace')
  let calls: readonly CallSite[] = []
  try {
    realm.prepareStackTrace = (thrown: Error, sites: readonly CallSite[]) => {
      calls = sites
      return [String(thrown), ...sites.map((site) => `    at ${site}`)].join('\n')
    }
    Reflect.get(error, 'stack')
  } catch {
    // A stack of its own making, or an Error that cannot be changed.
  } finally {
    if (own === undefined) delete realm.prepareStackTrace
    else Object.defineProperty(realm, 'prepareStackTrace', own)
  }
  return calls
}

/** The `Error` that a class of errors descends from: each realm has its own. */
function errorOf(type: object): ErrorConstructorOfV8 {
  const parent: unknown = Object.getPrototypeOf(type)
  // Of the classes above the last is Error; above it is the prototype of all functions, which constructs nothing.
  return typeof parent === 'function' && Object.hasOwn(parent, 'prototype') ? errorOf(parent) : type
}
