import { stat } from 'node:fs/promises'

/**
 * Reads files through `read`, each anew only when its size or time has changed.
 *
 * @returns undefined if the file is not there
 */
export function readWhenChanged<T>(
  read: (file: string) => Promise<T>,
): (file: string) => Promise<T | undefined> {
  const known = new Map<string, { readonly stamp: string; readonly value: T }>()
  return async (file) => {
    const facts = await stat(file).catch(() => undefined)
    if (facts === undefined) {
      known.delete(file)
      return undefined
    }
    const stamp = `${facts.mtimeMs} ${facts.size} ${facts.ino}`
    const before = known.get(file)
    if (before?.stamp === stamp) return before.value
    const value = await read(file)
    known.set(file, { stamp, value })
    return value
  }
}
