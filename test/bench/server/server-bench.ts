import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { align } from '../align.js'
import { kernelsAtOnce } from './kernels-at-once.js'
import { type BenchServer, startForBench } from './running-server.js'

export interface ServerBenchOptions {
  /** `dist/cli/main.js` */
  readonly cli: string
  /** How often the server is started; the median counts. */
  readonly starts: number
  readonly kernels: number
  readonly print: (line: string) => void
}

interface Row {
  readonly what: string
  readonly measured: number | undefined
  readonly unit: string
  readonly goal: number
  /** Whether a larger number is the better one. */
  readonly more?: boolean
}

/** What the server takes to start, to be there and to answer, beside what is to be reached. */
export async function serverBench({ cli, starts, kernels, print }: ServerBenchOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'backprop-bench-'))
  try {
    await writeFile(join(folder, 'a.ipynb'), notebook(30))
    const times: number[] = []
    const start = () => startForBench(cli, folder, join(folder, '.data'))
    for (let i = 1; i < starts; i++) {
      const server = await start()
      times.push(server.ready)
      await server.end()
    }
    const server = await start()
    times.push(server.ready)
    try {
      const atStart = server.memory()
      const perSecond = await requestsPerSecond(server, 3_000)
      const used = server.memory()
      const all = kernels === 0 ? undefined : await kernelsAtOnce(server, kernels)
      const rows: Row[] = [
        { what: `ready, median of ${starts} starts`, measured: median(times), unit: 'ms', goal: 400 },
        { what: 'memory when ready', measured: atStart, unit: 'MB', goal: 120 },
        { what: 'contents requests of one client', measured: perSecond, unit: '/s', goal: 1_000, more: true },
        { what: 'memory after them', measured: used, unit: 'MB', goal: 120 },
      ]
      print(align([['', 'measured', 'to be reached', ''], ...rows.map(rowText)]))
      if (all !== undefined) {
        print(
          `${kernels} kernels started side by side: all have answered after ${(all / 1000).toFixed(1)} s.`,
        )
      }
    } finally {
      await server.end()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One client, as a browser with six connections, asks for a notebook of 30 cells and for its folder. */
async function requestsPerSecond(server: BenchServer, ms: number): Promise<number> {
  let count = 0
  const started = performance.now()
  const ask = async () => {
    while (performance.now() - started < ms) {
      await server.ask(count % 2 === 0 ? 'api/contents/a.ipynb' : 'api/contents')
      count += 1
    }
  }
  await Promise.all(Array.from({ length: 6 }, ask))
  return count / ((performance.now() - started) / 1000)
}

function rowText({ what, measured, unit, goal, more = false }: Row): string[] {
  if (measured === undefined) return [what, 'not measured', `${goal} ${unit}`, '']
  const reached = more ? measured >= goal : measured <= goal
  return [
    what,
    `${Math.round(measured)} ${unit}`,
    `${more ? 'at least' : 'at most'} ${goal} ${unit}`,
    reached ? 'reached' : `missed by ${Math.round(Math.abs(measured - goal))} ${unit}`,
  ]
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (Number(sorted[(sorted.length - 1) >> 1]) + Number(sorted[sorted.length >> 1])) / 2
}

function notebook(cells: number): string {
  const cell = (i: number) => ({
    cell_type: 'code',
    id: `c${i}`,
    metadata: {},
    source: 'const x = 1\nx + 1\n'.repeat(5),
    execution_count: 1,
    outputs: [{ output_type: 'stream', name: 'stdout', text: 'x\n'.repeat(20) }],
  })
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: Array.from({ length: cells }, (_, i) => cell(i)),
  })
}
