import { rmSync } from 'node:fs'

/** Removes a folder with what is in it. One that cannot be removed stays, and keeps nobody from what comes next. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // It lies where the system clears up by itself.
  }
}
