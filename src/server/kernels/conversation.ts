import { quietAfterReply } from '../../jupyter/execute/follow-request.js'
import type { Channel, Message } from '../../jupyter/message/message.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { CellRuns } from './cell-runs.js'
import { OpenRequest } from './open-request.js'
import type { Run } from './run.js'
import { replyTypeOf, serverMessage } from './server-message.js'

/** Gets what goes to the clients: to the one with this session id, or to all. */
export type Emit = (channel: Channel, message: Message, client: string | undefined) => void

/** Messages on iopub that change no output. */
const stateTypes: ReadonlySet<string> = new Set(['status', 'execute_input'])

export interface ConversationOptions {
  /** The session that the kernel's messages carry. */
  readonly session: string
  readonly emit: Emit
  /** Milliseconds without a message after which a reply counts as the end, though no `idle` came: 5000 for a cell, 500 for the rest, unless told. */
  readonly quiet?: number
}

/**
 * What a kernel is asked and what it says. Every request ends with a reply and an `idle`, also when the kernel loses
 * them or is gone; the outputs of cells are gathered and kept in bounds; messages on iopub are numbered.
 *
 * All that goes to the clients carries one session: JupyterLab drops a message when the next one has another, and
 * tslab takes that of whoever asked.
 */
export class Conversation {
  readonly runs = new CellRuns()
  readonly #open = new Map<string, OpenRequest>()
  readonly #session: string
  readonly #emit: Emit
  readonly #quiet: number | undefined
  #seq = 0

  constructor({ session, emit, quiet }: ConversationOptions) {
    this.#session = session
    this.#emit = emit
    this.#quiet = quiet
  }

  /** The number of the last message on iopub. */
  get seq(): number {
    return this.#seq
  }

  /** The cell that runs. */
  get running(): Run | undefined {
    for (const { run } of this.#open.values()) if (run?.state === 'running') return run
    return undefined
  }

  get busy(): boolean {
    return this.#open.size > 0
  }

  /** Notes a request of a client's. */
  ask(channel: Exclude<Channel, 'iopub'>, message: Message, client: string): void {
    if (channel === 'stdin') {
      const run = this.running
      if (run !== undefined) run.question = undefined
      return
    }
    const open = new OpenRequest(channel, message, client)
    this.#open.set(message.header.msg_id, open)
    if (open.run === undefined) return
    open.run.firstSeq = this.#seq + 1
    this.runs.add(open.run)
  }

  /** Called when the kernel has a request: the first cell that it has runs, since it takes one after the other. */
  sent(): void {
    if (this.running !== undefined) return
    for (const { run } of this.#open.values()) {
      if (run?.state !== 'queued') continue
      run.start()
      return
    }
  }

  /** Takes a message of the kernel's. */
  hear(raw: Message, channel: Channel): void {
    const message = { ...raw, header: { ...raw.header, session: this.#session } }
    const id = message.parent_header.msg_id
    const open = id === undefined ? undefined : this.#open.get(id)
    if (channel === 'iopub') this.#published(message, open)
    else if (channel === 'stdin') {
      if (open?.run !== undefined) open.run.question = message
      this.#emit('stdin', message, open?.client ?? message.parent_header.session)
    } else this.#replied(message, channel, open)
  }

  /** Says something on iopub in the kernel's place. */
  say(type: string, content: JsonObject, about?: OpenRequest): void {
    const parent = about === undefined ? {} : { parent: about.message.header }
    const message = serverMessage(type, content, { session: this.#session, ...parent })
    const run = about?.run
    for (const each of run?.outputs.take(message) ?? [message]) this.#publish(each, run)
  }

  /** Answers a request in the kernel's place. */
  answer({ header }: Message, content: JsonObject): void {
    const open = this.#open.get(header.msg_id)
    if (open === undefined) return
    open.replied = true
    if (open.hasReply) {
      const about = { session: this.#session, parent: header }
      this.#emit(open.channel, serverMessage(replyTypeOf(open.type), content, about), open.client)
    }
    this.#sayIdle(open)
  }

  /** Ends the open requests: the kernel will not answer any more. The running cell says why. */
  abandon({ name, reason }: { name: string; reason: string }): void {
    for (const open of [...this.#open.values()]) {
      if (open.run?.state === 'running') {
        this.say('error', { ename: name, evalue: reason, traceback: [`${name}: ${reason}`] }, open)
      }
      if (open.hasReply && !open.replied) this.#answerFor(open, name, reason)
      if (!open.idle) this.#sayIdle(open)
      this.#close(open)
    }
  }

  #answerFor(open: OpenRequest, ename: string, evalue: string): void {
    const status = open.run?.state === 'queued' ? 'aborted' : 'error'
    const counted = open.run === undefined ? {} : { execution_count: open.run.executionCount }
    const reply = serverMessage(
      replyTypeOf(open.type),
      { status, ename, evalue, traceback: [], ...counted },
      { session: this.#session, parent: open.message.header },
    )
    open.replied = true
    open.run?.end(reply.content)
    this.#emit(open.channel, reply, open.client)
  }

  #replied(message: Message, channel: Channel, open: OpenRequest | undefined): void {
    if (open !== undefined) {
      open.replied = true
      open.run?.end(message.content)
      this.sent()
    }
    this.#emit(channel, message, open?.client ?? message.parent_header.session)
    if (open?.done === true) this.#close(open)
    else if (open !== undefined) this.#awaitIdle(open)
  }

  #published(message: Message, open: OpenRequest | undefined): void {
    const type = message.header.msg_type
    if (type === 'status' && message.content['execution_state'] === 'idle' && open !== undefined) {
      this.#sayIdle(open, message)
      return
    }
    const run = open?.run ?? this.runs.withId(message.parent_header.msg_id)
    if (type === 'execute_input' && run !== undefined) {
      const { execution_count: count } = message.content
      if (typeof count === 'number') run.executionCount = count
    }
    const { renewed, message: said } =
      type === 'update_display_data' ? this.runs.update(message) : { renewed: [], message }
    for (const each of run?.outputs.take(said) ?? [said]) this.#publish(each, run)
    // With the number of this message, which they have now.
    for (const each of renewed) this.#touched(each)
    if (open?.replied === true) this.#awaitIdle(open)
  }

  #publish(message: Message, run: Run | undefined): void {
    this.#seq++
    if (run !== undefined && !stateTypes.has(message.header.msg_type)) this.#touched(run)
    const cell = run?.cell === undefined ? {} : { cell: run.cell }
    const over = run?.over === true ? { run: { state: run.state, execution_count: run.executionCount } } : {}
    const metadata = { ...message.metadata, backprop: { seq: this.#seq, ...cell, ...over } }
    this.#emit('iopub', { ...message, metadata }, undefined)
  }

  #touched(run: Run): void {
    run.lastSeq = this.#seq
    run.saved = false
  }

  #awaitIdle(open: OpenRequest): void {
    clearTimeout(open.timer)
    // Outputs may still be on their way; nothing is lost where there are none.
    const quiet = this.#quiet ?? (open.run === undefined ? 500 : quietAfterReply)
    open.timer = setTimeout(() => this.#sayIdle(open), quiet)
  }

  #sayIdle(open: OpenRequest, message?: Message): void {
    for (const notice of open.run?.outputs.finish(open.message) ?? []) {
      const header = { ...notice.header, session: this.#session }
      this.#publish({ ...notice, header, parent_header: open.message.header, metadata: {} }, open.run)
    }
    open.idle = true
    if (message === undefined) this.say('status', { execution_state: 'idle' }, open)
    else this.#publish(message, open.run)
    if (open.done) this.#close(open)
    // tslab says idle after a completion though a cell runs, and clients show the last that was said.
    if (this.running !== undefined && this.running !== open.run)
      this.say('status', { execution_state: 'busy' })
  }

  #close(open: OpenRequest): void {
    clearTimeout(open.timer)
    this.#open.delete(open.message.header.msg_id)
  }
}
