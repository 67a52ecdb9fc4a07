import { randomUUID } from 'node:crypto'
import { interruptUntil } from '../../jupyter/kernel/interrupt-until.js'
import type { Kernelspec } from '../../jupyter/kernelspec/kernelspecs.js'
import type { Channel, Message } from '../../jupyter/message/message.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import type { KernelModel } from '../services.js'
import { Conversation, type Emit } from './conversation.js'
import { KernelLife, type KernelLifeOptions } from './kernel-life.js'
import type { KernelPlace, KernelStarter, RunningKernel } from './running-kernel.js'
import { serverMessage } from './server-message.js'
import { answerForTslab } from './unknown-to-tslab.js'

/** The names of Jupyter Server, and of its clients. */
export type ExecutionState = 'starting' | 'idle' | 'busy' | 'restarting' | 'dead'

export interface ManagedKernelOptions extends KernelLifeOptions {
  readonly spec: Kernelspec
  readonly place: KernelPlace
  readonly start: KernelStarter
  /** Milliseconds that a cell has to heed an interrupt. */
  readonly interruptGrace?: number
  /** Milliseconds without a message after which a reply counts as the end, though no `idle` came. */
  readonly quiet?: number
}

const silentText = 'The kernel runs, but has not answered for a while. If it does not come back, restart it.'

/** A message that came before the kernel was ready. */
interface Waiting {
  readonly channel: Exclude<Channel, 'iopub'>
  readonly message: Message
}

/**
 * A kernel as the clients know it: one id, however often its process is started anew. A process that ends unasked is
 * started again, with a limit, and the clients are told, as Jupyter Server does.
 */
export class ManagedKernel {
  readonly id = randomUUID()
  readonly conversation: Conversation
  /** How many clients are connected. */
  connections = 0
  lastActivity = new Date()
  readonly #session = `kernel-${this.id}`
  readonly #options: ManagedKernelOptions
  readonly #listeners = new Set<Emit>()
  readonly #life: KernelLife
  #state: ExecutionState = 'starting'
  #reason: string | undefined
  #waiting: Waiting[] = []
  /** The heartbeat stays away. */
  #silent = false

  constructor(options: ManagedKernelOptions) {
    this.#options = options
    const { spec, place, start, quiet } = options
    this.conversation = new Conversation({
      session: this.#session,
      emit: (...message) => {
        for (const listener of [...this.#listeners]) listener(...message)
      },
      ...(quiet === undefined ? {} : { quiet }),
    })
    this.#life = new KernelLife(
      (signal) => start(spec, place, signal),
      {
        onReady: (kernel) => this.#ready(kernel),
        onFailure: (reason) => this.#die(reason),
        onMessage: (message, channel) => {
          this.lastActivity = new Date()
          this.conversation.hear(message, channel)
          this.#follow(message, channel)
        },
        onHeartbeat: (beat) => {
          this.#silent = beat === 'lost'
          this.#tell(this.#state)
        },
        onEnd: (end) => void this.#ended(end),
      },
      options,
    )
  }

  get spec(): Kernelspec {
    return this.#options.spec
  }

  get place(): KernelPlace {
    return this.#options.place
  }

  get state(): ExecutionState {
    return this.#state
  }

  get pid(): number | undefined {
    return this.#life.kernel?.pid
  }

  /** Why it waits, is started again, does not answer or is dead, for a person. */
  get reason(): string | undefined {
    if (this.#state !== 'idle' && this.#state !== 'busy') return this.#reason
    // tslab beats on the thread that runs the cells, so a cell that computes keeps it silent, which is no fault.
    return this.#silent && this.conversation.running === undefined ? silentText : undefined
  }

  get model(): KernelModel {
    return {
      id: this.id,
      name: this.spec.name,
      last_activity: this.lastActivity.toISOString(),
      execution_state: this.#state,
      connections: this.connections,
      ...(this.reason === undefined ? {} : { reason: this.reason }),
    }
  }

  /** Its state as a message for one client that has just come, with the number of the last that was published. */
  stateMessage(): Message {
    // To `restarting` JupyterLab connects anew, which it has just done.
    const state = this.#state === 'restarting' ? { execution_state: 'starting' } : {}
    const message = serverMessage('status', { ...this.#stateContent, ...state }, { session: this.#session })
    return { ...message, metadata: { backprop: { seq: this.conversation.seq, mark: true } } }
  }

  get #stateContent(): JsonObject {
    const reason = this.reason === undefined ? {} : { reason: this.reason }
    return { execution_state: this.#state, ...reason }
  }

  /** Calls `listener` for everything that goes to the clients, until the returned function is called. */
  subscribe(listener: Emit): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Says why it does not start yet. */
  waitFor(reason: string): void {
    this.#reason = reason
    this.#tell('starting')
  }

  /**
   * Starts the process.
   *
   * @throws KernelError telling why it did not start; the clients are told, too
   */
  async begin(): Promise<void> {
    await this.#life.begin()
  }

  /** Takes a client's message. What comes before the kernel is ready waits for it. */
  async ask(channel: Exclude<Channel, 'iopub'>, message: Message, client: string): Promise<void> {
    this.lastActivity = new Date()
    this.conversation.ask(channel, message, client)
    const answer = this.spec.name === 'tslab' ? answerForTslab(message.header.msg_type) : undefined
    if (answer !== undefined) this.conversation.answer(message, answer)
    else if (this.#state === 'dead') {
      this.conversation.abandon({
        name: 'KernelDead',
        reason: `${this.#reason ?? ''} Restart the kernel.`.trim(),
      })
    } else if (this.#life.kernel === undefined) this.#waiting.push({ channel, message })
    else await this.#send(this.#life.kernel, channel, message)
  }

  /**
   * Asks the running cell to stop; does not wait until it has. tslab cannot always: after some seconds its kernel is
   * ended and started again, and the cell says so. Another kernel's code may take its time to clean up.
   */
  async interrupt(): Promise<void> {
    const { kernel } = this.#life
    const run = this.conversation.running
    if (kernel === undefined) return
    if (this.spec.name !== 'tslab' && (await kernel.interrupt())) return
    if (run === undefined) return
    const { interruptGrace: grace = 4_000 } = this.#options
    void interruptUntil(kernel, run.whenOver, { grace }).then((outcome) => {
      if (outcome !== 'not-heeded' || run.over) return
      return this.#life.kill(kernel, 'The cell did not heed the interrupt, so its kernel was ended.')
    })
  }

  /**
   * Ends the process and starts another. The clients' requests end as aborted.
   *
   * @throws KernelError when it does not start again
   */
  async restart(): Promise<void> {
    await this.#stop('The kernel was restarted.', 'restarting')
    await this.begin()
  }

  /** Ends the process for good; the reason is for the clients. */
  async shutdown(reason = 'The kernel was shut down.'): Promise<void> {
    this.#life.close()
    await this.#stop(reason, 'dead')
    this.#die(reason)
  }

  async #stop(reason: string, state: ExecutionState): Promise<void> {
    const busy = this.conversation.running !== undefined
    const stopped = this.#life.stop({ busy })
    this.#waiting = []
    this.#state = state
    this.#reason = undefined
    this.conversation.abandon({ name: 'KernelEnded', reason })
    await stopped
  }

  async #ready(kernel: RunningKernel): Promise<void> {
    this.#silent = false
    this.#reason = undefined
    this.#tell('idle')
    const waiting = this.#waiting
    this.#waiting = []
    // All at once: what is asked from now on comes after them.
    await Promise.all(waiting.map(({ channel, message }) => this.#send(kernel, channel, message)))
  }

  async #send(kernel: RunningKernel, channel: Exclude<Channel, 'iopub'>, message: Message): Promise<void> {
    this.conversation.sent()
    if (this.conversation.running !== undefined) this.#state = 'busy'
    if (message.header.msg_type === 'shutdown_request') this.#life.expectEnd('A client shut the kernel down.')
    try {
      await kernel.send(channel, message)
    } catch {
      // It has ended just now; what is open ends with it.
    }
  }

  /** tslab says `idle` after a completion, too, though a cell still runs. */
  #follow({ header, content }: Message, channel: Channel): void {
    if (channel === 'iopub' && header.msg_type === 'status') {
      const state = content['execution_state']
      if (state === 'busy') this.#state = 'busy'
      if (state === 'idle' && this.conversation.running === undefined) this.#state = 'idle'
    } else if (channel === 'shell' && this.conversation.running === undefined) this.#state = 'idle'
  }

  async #ended({ reason, again }: { readonly reason: string; readonly again: boolean }): Promise<void> {
    this.#waiting = []
    this.conversation.abandon({ name: 'KernelDied', reason })
    if (!again) return this.#die(reason)
    this.#reason = reason
    this.#tell('restarting')
    // A start that fails has told the clients.
    await this.begin().catch(() => {})
  }

  #die(reason: string): void {
    this.#reason = reason
    this.conversation.abandon({ name: 'KernelDied', reason })
    this.#tell('dead')
  }

  #tell(state: ExecutionState): void {
    this.#state = state
    this.conversation.say('status', this.#stateContent)
  }
}
