import { type ReplyStatus, replyStatus } from '../../jupyter/execute/reply-status.js'
import type { Message } from '../../jupyter/message/message.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { CellOutputs } from '../outputs/cell-outputs.js'

/** `queued`: one before it still runs. `aborted`: not run, since one before it failed or the kernel is gone. */
export type RunState = 'queued' | 'running' | ReplyStatus

/** One `execute_request`, from its arrival on: what ran, how far it is, what it gave. */
export class Run {
  readonly id: string
  readonly code: string
  /** The cell's id, which Jupyter's clients send along; undefined for code that is no cell's. */
  readonly cell: string | undefined
  /** JupyterLab's notebooks send this, its consoles do not: their cells are in no file. */
  readonly fromNotebook: boolean
  readonly outputs = new CellOutputs()
  readonly queued = new Date()
  started: Date | undefined
  ended: Date | undefined
  state: RunState = 'queued'
  executionCount: number | null = null
  /** The kernel's question that waits for an answer of the learner's. */
  question: Message | undefined
  /** The numbers of the first and the last message on iopub that belong to it. */
  firstSeq = 0
  lastSeq = 0
  /** Clients that said they show it, with the number of the last message on iopub when they did. */
  readonly shownBy = new Map<string, number>()
  /** The notebook's file has it. */
  saved = false
  /** Its cell was deleted on purpose: a page has told so, or it is what the last save must have meant. */
  deleted: 'told' | 'meant' | undefined
  /** Settles when it is over. */
  readonly whenOver: Promise<void>
  #settle = () => {}

  constructor(
    readonly request: Message,
    /** The session id of the client that asked. */
    readonly client: string,
  ) {
    const { cellId, deletedCells } = request.metadata
    const { code } = request.content
    this.id = request.header.msg_id
    this.code = typeof code === 'string' ? code : ''
    this.cell = typeof cellId === 'string' && cellId !== '' ? cellId : undefined
    this.fromNotebook = Array.isArray(deletedCells)
    this.whenOver = new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  get over(): boolean {
    return this.state !== 'queued' && this.state !== 'running'
  }

  start(): void {
    if (this.state !== 'queued') return
    this.state = 'running'
    this.started = new Date()
  }

  /** Takes the content of the `execute_reply`. */
  end({ status, execution_count }: JsonObject): void {
    this.state = replyStatus(status)
    this.ended = new Date()
    this.#settle()
    this.question = undefined
    if (typeof execution_count === 'number') this.executionCount = execution_count
  }
}
