import { interruptUntil } from '../kernel/interrupt-until.js'
import type { Kernel } from '../kernel/kernel.js'
import { describeExit } from '../kernel/kernel-process.js'
import { within } from '../kernel/within.js'
import { type Message, newMessage } from '../message/message.js'
import type { Output } from '../notebook/notebook.js'
import { followRequest, quietAfterReply, type RequestEnd } from './follow-request.js'
import { OutputCollector } from './output-collector.js'
import { type ReplyStatus, replyStatus } from './reply-status.js'

export interface ExecuteOptions {
  /** Milliseconds a cell may take; no limit unless told. */
  readonly timeout?: number
  /** Milliseconds without a message after which a reply counts as the end, though no `idle` came; 5000 unless told. */
  readonly quiet?: number
  /** Milliseconds that a cell which is over its time has to heed the interrupt before its kernel is ended. */
  readonly interruptGrace?: number
  /** The cell's id, which Jupyter's clients send along. */
  readonly cellId?: string
  /** Where the outputs are gathered; give one to watch them, or to renew its displays from a later cell. */
  readonly collector?: OutputCollector
  /** Called with each message that the cell causes. */
  readonly onMessage?: (message: Message) => void
}

export interface CellResult {
  /** `timeout`: over its time. `died`: the kernel ended. */
  readonly status: ReplyStatus | 'timeout' | 'died'
  readonly executionCount: number | null
  readonly outputs: readonly Output[]
  /** What happened, for a person, after a timeout or a death. */
  readonly reason?: string
}

/** Runs code as one cell and gathers its outputs. Settles in every case, also when the kernel ends or never replies in `timeout`. */
export async function executeCell(
  kernel: Kernel,
  code: string,
  {
    timeout,
    quiet = quietAfterReply,
    interruptGrace = 2_000,
    cellId,
    collector = new OutputCollector(),
    onMessage,
  }: ExecuteOptions = {},
): Promise<CellResult> {
  const request = newMessage(
    'execute_request',
    {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    },
    { session: kernel.session, metadata: cellId === undefined ? {} : { cellId } },
  )
  const cell = followRequest(kernel, request, {
    quiet,
    onMessage: (message) => {
      collector.add(message)
      onMessage?.(message)
    },
  })
  try {
    if (kernel.exit === undefined) await kernel.send('shell', request)
    // A cell that has its reply in time is not too slow because its last outputs are waited for.
    const end = (await within(cell.end, timeout)) ?? (cell.hasReply() ? await cell.end : undefined)
    if (end !== undefined) return { ...resultOf(end), outputs: collector.outputs }
    const reason = await stopCell(kernel, cell.end, timeout ?? 0, interruptGrace)
    return { status: 'timeout', executionCount: null, outputs: collector.outputs, reason }
  } finally {
    cell.stop()
  }
}

/** Interrupts a cell that is over its time, and ends its kernel if that does not help; says what was done. */
async function stopCell(
  kernel: Kernel,
  end: Promise<RequestEnd>,
  timeout: number,
  grace: number,
): Promise<string> {
  const took = `It took longer than ${timeout / 1000} s`
  if ((await interruptUntil(kernel, end, { grace })) === 'stopped') return `${took} and was interrupted.`
  await kernel.kill()
  return `${took} and could not be interrupted, so its kernel was ended.`
}

function resultOf(end: RequestEnd): Omit<CellResult, 'outputs'> {
  if ('exit' in end) return { status: 'died', executionCount: null, reason: describeExit(end.exit) }
  const { status, execution_count: count } = end.reply.content
  return {
    status: replyStatus(status),
    executionCount: typeof count === 'number' ? count : null,
  }
}
