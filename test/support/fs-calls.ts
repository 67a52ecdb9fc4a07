import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Call = (...args: unknown[]) => unknown

/**
 * Puts `make`'s function in the place of one of Node's, of `node:fs/promises` unless told, also for those that have
 * imported it by name: so a test comes between two steps of what it tries. The returned function puts the old one back.
 */
export function replaceFsCall(
  name: string,
  make: (stock: Call) => Call,
  of: object = fs.promises,
): () => void {
  // What is named is a function of Node's.
  const calls = of as Record<string, Call>
  const stock = calls[name] as Call
  const put = (call: Call) => {
    calls[name] = call
    syncBuiltinESMExports()
  }
  put(make(stock))
  return () => put(stock)
}
