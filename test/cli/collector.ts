import type { Context } from '../../src/cli/command.js'

/** A context whose output is gathered; nothing of the machine's environment is in it unless given. */
export function collectingContext(given: Partial<Context> = {}): {
  readonly context: Context
  readonly out: () => string
  readonly err: () => string
} {
  let out = ''
  let err = ''
  return {
    context: {
      out: { write: (text) => (out += text) },
      err: { write: (text) => (err += text) },
      cwd: process.cwd(),
      env: {},
      platform: process.platform,
      ...given,
    },
    out: () => out,
    err: () => err,
  }
}

/** A sink that keeps what is written. */
export function collector(): { write(text: string): void; readonly text: string } {
  let all = ''
  return {
    write: (text) => {
      all += text
    },
    get text() {
      return all
    },
  }
}
