import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { executeCell } from '../../src/jupyter/execute/execute-cell.js'
import { startKernel } from '../../src/jupyter/kernel/start-kernel.js'
import { tslabKernelspec } from '../../src/jupyter/kernelspec/kernelspecs.js'
import type { JsonValue, MimeBundle, Output } from '../../src/jupyter/notebook/notebook.js'
import { chapter, notebooksFolder } from './chapters.js'

/** A code cell after it was run twice in a row. */
export interface RunCell {
  readonly id: string
  readonly status: string
  readonly first: readonly Output[]
  readonly second: readonly Output[]
}

/** Runs a committed chapter from top to bottom on one stock tslab kernel, each code cell twice in a row. */
export async function runChapterTwice(name: string): Promise<RunCell[]> {
  // A learner's progress is none of a test's business.
  const state = await mkdtemp(join(tmpdir(), 'backprop-state-'))
  const kernel = await startKernel(tslabKernelspec(), {
    cwd: notebooksFolder,
    env: { BACKPROP_STATE: state },
  })
  try {
    const cells: RunCell[] = []
    for (const cell of chapter(name).cells) {
      if (cell.cell_type !== 'code') continue
      const run = () => executeCell(kernel, cell.source.join(''), { timeout: 60_000, cellId: cell.id })
      const first = await run()
      const second = first.status === 'ok' ? await run() : first
      cells.push({ id: cell.id, status: second.status, first: first.outputs, second: second.outputs })
      if (second.status !== 'ok') break
    }
    return cells
  } finally {
    await kernel.kill()
    await rm(state, { recursive: true, force: true })
  }
}

/** Every bundle of an output, those of a row of several one by one. */
export function bundlesOf(outputs: readonly Output[]): MimeBundle[] {
  return outputs.flatMap((output) => {
    if (output.output_type !== 'display_data') return []
    const row = output.data['application/vnd.backprop.row+json']
    return isRow(row) ? [...row.items] : [output.data]
  })
}

function isRow(value: JsonValue | undefined): value is { readonly items: readonly MimeBundle[] } {
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
