import type { Kernel, KernelMessage } from '@jupyterlab/services'

/** What came of code that a client had run. */
export interface RanCode {
  readonly status: string
  readonly count: number | null
  /** What it printed on both streams. */
  readonly text: string
  readonly messages: readonly KernelMessage.IIOPubMessage[]
}

/** Runs code through JupyterLab's client; `cell` makes it a cell of a notebook. */
export async function runCode(
  kernel: Kernel.IKernelConnection,
  code: string,
  cell?: string,
): Promise<RanCode> {
  const messages: KernelMessage.IIOPubMessage[] = []
  const metadata = cell === undefined ? {} : { cellId: cell, deletedCells: [] }
  const future = kernel.requestExecute({ code }, false, metadata)
  future.onIOPub = (message) => void messages.push(message)
  const { content } = await future.done
  return {
    status: content.status,
    count: content.execution_count ?? null,
    text: messages.map(({ content: each }) => ('text' in each ? String(each.text) : '')).join(''),
    messages,
  }
}
