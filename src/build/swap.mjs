/** Puts a new folder in the place of an old one, which others may be doing at the same moment. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const attempts = 40

/** The folder beside this one that this process may fill. Those of processes that were killed go. */
export function nextFolder(folder) {
  const own = `${folder}.next-${process.pid}`
  for (const name of readdirSync(dirname(folder))) {
    const [, whose, pid] = /^(.+)\.(?:next|old)-(\d+)$/.exec(name) ?? []
    if (whose === basename(folder) && !isOther(Number(pid)))
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
  return own
}

/** Whether this is a process that runs, and not this one. */
function isOther(pid) {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM' // it runs, and belongs to somebody else
  }
}

/** Renames `next` to `folder`. Where both are wanted by another process, the last to come is what stays. */
export async function swap(next, folder) {
  const old = `${folder}.old-${process.pid}`
  for (let attempt = 1; ; attempt++) {
    try {
      rmSync(old, { recursive: true, force: true })
      if (existsSync(folder)) renameSync(folder, old)
      renameSync(next, folder)
      break
    } catch (error) {
      // Another build came between the two renames; or, on Windows, somebody reads a file in there.
      if (attempt === attempts) throw error
      await setTimeout(25)
    }
  }
  rmSync(old, { recursive: true, force: true })
}
