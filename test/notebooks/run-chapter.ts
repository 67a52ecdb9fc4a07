import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CellResult, executeCell } from '../../src/jupyter/execute/execute-cell.js'
import type { Kernel } from '../../src/jupyter/kernel/kernel.js'
import { startKernel } from '../../src/jupyter/kernel/start-kernel.js'
import { tslabKernelspec } from '../../src/jupyter/kernelspec/kernelspecs.js'
import type { JsonValue, MimeBundle, Output } from '../../src/jupyter/notebook/notebook.js'
import { answered } from '../exercises/filled.js'
import { patience } from '../support/patience.js'
import { chapter, notebooksFolder } from './chapters.js'

/** A code cell after it was run twice in a row. */
export interface RunCell {
  readonly id: string
  readonly status: string
  readonly first: readonly Output[]
  readonly second: readonly Output[]
}

/** A code cell of a chapter in which every exercise has an answer: wrong answers everywhere, after solutions. */
export interface AnsweredCell {
  readonly id: string
  readonly status: string
  readonly solved: readonly Output[]
  readonly wrong: readonly Output[]
}

/** A chapter on one kernel: as it is committed, then with answers. */
export interface ChapterRun {
  readonly cells: readonly RunCell[]
  readonly answered: readonly AnsweredCell[]
}

/**
 * Runs a committed chapter from top to bottom on one stock tslab kernel: each code cell twice in a row, and then all
 * once more with answers in the place of the stubs. There a cell that asks something runs first with its solution and
 * then with a wrong answer, and the cells below find both behind them.
 */
export async function runChapter(name: string): Promise<ChapterRun> {
  // A learner's progress is none of a test's business.
  const state = await mkdtemp(join(tmpdir(), 'backprop-state-'))
  const kernel = await startKernel(tslabKernelspec(), {
    cwd: notebooksFolder,
    env: { BACKPROP_STATE: state },
  })
  try {
    return { cells: await runTwice(kernel, name), answered: await runAnswered(kernel, name) }
  } finally {
    await kernel.kill()
    await rm(state, { recursive: true, force: true })
  }
}

async function runTwice(kernel: Kernel, name: string): Promise<RunCell[]> {
  const cells: RunCell[] = []
  for (const { id, source } of codeCells(name)) {
    const run = () => executeCell(kernel, source, { timeout: 2 * patience, cellId: id })
    const first = await run()
    const second = first.status === 'ok' ? await run() : first
    cells.push({ id, status: statusOf(second), first: first.outputs, second: second.outputs })
    if (second.status !== 'ok') break
  }
  return cells
}

async function runAnswered(kernel: Kernel, name: string): Promise<AnsweredCell[]> {
  const cells: AnsweredCell[] = []
  for (const { id, source } of codeCells(name)) {
    const run = (code: string) => executeCell(kernel, code, { timeout: 2 * patience, cellId: id })
    const solution = answered(name.slice(0, 2), id, source, 'solution')
    const solved = await run(solution)
    const wrong =
      solution === source ? solved : await run(answered(name.slice(0, 2), id, source, 'wrong answer'))
    const status = statusOf(solved.status === 'ok' ? wrong : solved)
    cells.push({ id, status, solved: solved.outputs, wrong: wrong.outputs })
    if (status !== 'ok') break
  }
  return cells
}

/** `ok`, or how the cell ended and why. */
function statusOf({ status, reason }: CellResult): string {
  return reason === undefined ? status : `${status}: ${reason}`
}

function codeCells(name: string): { id: string; source: string }[] {
  return chapter(name)
    .cells.filter(({ cell_type: type }) => type === 'code')
    .map(({ id, source }) => ({ id, source: source.join('') }))
}

/** The verdicts that a cell showed: which exercise, and what its check said. */
export function verdictsOf(outputs: readonly Output[]): { exercise: string; status: string }[] {
  return bundlesOf(outputs).flatMap((bundle) => {
    const verdict = bundle['application/vnd.backprop.verdict+json']
    // What `show` sends under this type is a verdict; the tests look at these members.
    return verdict === undefined ? [] : [verdict as { exercise: string; status: string }]
  })
}

/** Every bundle of an output, those of a row or a stack of several one by one. */
export function bundlesOf(outputs: readonly Output[]): MimeBundle[] {
  return outputs.flatMap((output) => {
    if (output.output_type !== 'display_data') return []
    return itemsOf(output.data)
  })
}

function itemsOf(bundle: MimeBundle): MimeBundle[] {
  const several = bundle['application/vnd.backprop.row+json'] ?? bundle['application/vnd.backprop.stack+json']
  if (!isList(several)) return [bundle]
  const items = several.items.flatMap(itemsOf)
  // A verdict with a chart comes as pieces besides.
  return bundle['application/vnd.backprop.verdict+json'] === undefined ? items : [bundle, ...items]
}

function isList(value: JsonValue | undefined): value is { readonly items: readonly MimeBundle[] } {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
}

/** A chart as it went to the client. */
export interface SentChart {
  readonly data: readonly JsonValue[]
  readonly layout: { readonly title: { readonly text: string }; readonly meta: { readonly summary: string } }
  readonly config: JsonValue
}

export function chartsOf(outputs: readonly Output[]): SentChart[] {
  return bundlesOf(outputs).flatMap((bundle) => {
    const chart = bundle['application/vnd.plotly.v1+json']
    // What `show` sends under this type is a figure; the tests below look at each of these members.
    return chart === undefined ? [] : [chart as unknown as SentChart]
  })
}

/** What a person reads of an output in a client that shows text alone. */
export function textsOf(outputs: readonly Output[]): string[] {
  return outputs.flatMap((output) => {
    if (output.output_type === 'stream') return [output.text]
    if (output.output_type === 'display_data') return [String(output.data['text/plain'])]
    return []
  })
}
