import { spawn } from 'node:child_process'
import { readdirSync, readlinkSync } from 'node:fs'
import { sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export interface ShellResult {
  readonly code: number | null
  /** What it printed, on stdout and on stderr, as it came, without colours. */
  readonly output: string
}

const windows = process.platform === 'win32'
const groups = new Set<number>()
process.once('exit', () => {
  for (const pid of groups) signal(pid, 'SIGKILL')
})

/**
 * Runs a line as a person types it, in a process group of its own that is ended when the line is done or takes too
 * long.
 *
 * @param patience milliseconds
 */
export function runShell(
  line: string,
  {
    cwd,
    env,
    patience,
    until,
  }: {
    cwd: string
    env: Record<string, string>
    patience: number
    /** For a command that goes on by itself: called when it has printed that, then it is asked to end. */
    until?: { readonly says: RegExp; readonly does: (match: RegExpExecArray) => Promise<void> }
  },
): Promise<ShellResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(line, {
      shell: true,
      cwd,
      env,
      detached: !windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const { pid } = child
    if (pid !== undefined) groups.add(pid)
    const parts: string[] = []
    let waits = until
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        parts.push(text)
        const match = waits?.says.exec(parts.join(''))
        if (waits === undefined || match === null || match === undefined) return
        const { does } = waits
        waits = undefined
        does(match)
          .catch(reject)
          .finally(() => pid !== undefined && signal(pid, 'SIGTERM'))
      })
    }
    const timer = setTimeout(() => {
      parts.push(`\n(ended after ${patience / 1000} s)\n`)
      if (pid === undefined) return
      signal(pid, 'SIGTERM')
      setTimeout(() => signal(pid, 'SIGKILL'), 5_000).unref()
    }, patience)
    // What goes on in the background would hold the pipes open, so the exit counts; the rest of the output follows.
    child.once('exit', () => pid !== undefined && signal(pid, 'SIGTERM'))
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      if (pid !== undefined) groups.delete(pid)
      resolve({ code, output: stripVTControlCharacters(parts.join('')) })
    })
  })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(windows ? pid : -pid, name)
  } catch {
    // Gone already.
  }
}

/** The processes that work in a folder or below it, told by Linux; none elsewhere. */
export function processesIn(folder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return `${readlinkSync(`/proc/${name}/cwd`)}${sep}`.startsWith(folder + sep)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Ends the processes that still work in a folder. */
export function endProcessesIn(folder: string): void {
  for (const pid of processesIn(folder)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
}
