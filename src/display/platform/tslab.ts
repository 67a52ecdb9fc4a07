import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MimeBundle, Platform } from './platform.js'
import { appendProgress, hasPassed, progressOf } from './progress-file.js'

/** The part of tslab's `dist/jupyter.js` that writes a `display_data` message for the running cell. */
interface TslabJupyter {
  readonly lastWriteDisplayData: ((content: object, update: boolean) => void) | null
}

const require = createRequire(import.meta.url)

/**
 * tslab's public `display` sends one media type a message, which clients show as several outputs. What it uses
 * itself, `lastWriteDisplayData`, takes the whole bundle.
 */
function writer(): TslabJupyter['lastWriteDisplayData'] {
  try {
    // tslab gives this file no type; its only used member is described above.
    return (require('tslab/dist/jupyter.js') as TslabJupyter).lastWriteDisplayData ?? null
  } catch {
    return null
  }
}

/** Beside the built module, or below `dist` when the sources themselves run, as in tests. */
const libraryFile = ['./assets/plotly.deflate.txt', '../../../dist/assets/plotly.deflate.txt']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url))

let library: string | undefined

export const platform: Platform = {
  send(bundle: MimeBundle) {
    const write = writer()
    if (write === null) {
      // Outside a kernel, in a script: the text form is what a terminal can show.
      process.stdout.write(`${String(bundle['text/plain'] ?? '')}\n`)
      return
    }
    write({ data: bundle, metadata: {}, transient: {} }, false)
  },

  plotlyLibrary() {
    if (library === undefined && libraryFile !== undefined) library = readFileSync(libraryFile, 'utf8')
    return library
  },

  callSite() {
    // tslab makes a new writer for each run of a cell.
    return { run: writer(), place: cellFrame() ?? '' }
  },

  remember: appendProgress,

  hasPassed,

  records: progressOf,
}

/** Node has `getScriptHash` since V8 11; its types do not name it yet. */
function scriptHash(site: NodeJS.CallSite & { getScriptHash?: () => string }): string {
  return site.getScriptHash?.() ?? ''
}

/** The frame of the cell in the stack: tslab runs cells as scripts named `evalmachine.<anonymous>`. */
function cellFrame(): string | undefined {
  const prepare = Error.prepareStackTrace
  const limit = Error.stackTraceLimit
  try {
    Error.stackTraceLimit = 100
    Error.prepareStackTrace = (_error, sites) => sites
    // prepareStackTrace above makes `stack` the list of call sites.
    const sites = new Error().stack as unknown as NodeJS.CallSite[]
    const site = sites.reverse().find((each) => each.getFileName()?.startsWith('evalmachine.') ?? false)
    if (site === undefined) return undefined
    return `${scriptHash(site)}:${site.getLineNumber()}:${site.getColumnNumber()}`
  } finally {
    Error.prepareStackTrace = prepare
    Error.stackTraceLimit = limit
  }
}
