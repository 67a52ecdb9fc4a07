import { spawnSync } from 'node:child_process'

/**
 * Ends a process and what it started, at once: on POSIX the process group that it leads, which may outlive it; on
 * Windows its tree, while it lives.
 */
export function endProcessTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true })
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group.
  }
}
