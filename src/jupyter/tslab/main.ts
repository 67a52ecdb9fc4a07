/**
 * Starts stock tslab as a kernel, mended from outside: `node tslab-launcher.cjs <tslab's folder> <connection file>`.
 * A notebook never needs the mends; each has a test that shows tslab without it, and goes when tslab needs it no more.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { format } from 'node:util'
import { explainShorthand } from './explain-shorthand.js'
import { mendCommInfo } from './mend-comm-info.js'
import { mendExecute, type Problems } from './mend-execute.js'
import { mendSockets } from './mend-sockets.js'
import { mendTimers } from './mend-timers.js'
import type { TslabJupyter, TslabMain, TslabTypeScript } from './tslab-parts.js'

const [node = '', , folder = '', configPath = ''] = process.argv
const load = createRequire(join(folder, 'dist', 'main.js'))
// tslab gives its inner modules no types; the parts used are described in tslab-parts.ts.
const jupyter = load('./jupyter.js') as TslabJupyter
const main = load('./main.js') as TslabMain
const typescript = () => load('@tslab/typescript-for-tslab') as TslabTypeScript

const problems: Problems = { thrown: [], diagnostics: [] }
mendSockets(jupyter.ZmqServer.prototype)
mendCommInfo(jupyter.ZmqServer.prototype)
mendTimers(typescript())
mendExecute(jupyter, problems, (error, sources, names) =>
  explainShorthand(error, { sources, names, typescript: typescript() }),
)

// As tslab's own command leaves it, for cells that look.
process.argv = [node, join(folder, 'bin', 'tslab'), 'kernel', `--config-path=${configPath}`]

// tslab's executor takes this function along when the kernel starts, and tells it of each failed cell: the value that
// was thrown, alone, or a line of the compiler in parts. Cells have the real one.
const { error } = console
console.error = (...told: unknown[]) => {
  if (told.length === 1) problems.thrown.push(told[0])
  else problems.diagnostics.push(format(...told))
}
try {
  main.startKernel({ configPath, enableFindLocal: false })
} finally {
  console.error = error
}
