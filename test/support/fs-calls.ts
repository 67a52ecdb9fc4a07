import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Call = (...args: unknown[]) => Promise<unknown>

/**
 * Puts `make`'s function in the place of one of `node:fs/promises`, also for those that have imported it by name: so a
 * test comes between two steps of what it tries. The returned function puts the old one back.
 */
export function replaceFsCall(
  name: 'lstat' | 'link' | 'rename' | 'rm' | 'readFile' | 'writeFile',
  make: (stock: Call) => Call,
): () => void {
  const calls = fs.promises as unknown as Record<string, Call>
  const stock = calls[name] as Call
  const put = (call: Call) => {
    calls[name] = call
    syncBuiltinESMExports()
  }
  put(make(stock))
  return () => put(stock)
}
