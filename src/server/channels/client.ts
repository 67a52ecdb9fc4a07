import type { Channel, Message } from '../../jupyter/message/message.js'
import { noteOf } from '../../jupyter/outputs/message-note.js'
import type { ChannelSocket } from '../services.js'
import { Backlog } from './backlog.js'

/** Bytes that may wait in a socket before more is held back. */
const highWater = 4 * 1024 * 1024
/** Milliseconds between two looks at a socket that is full. */
const pause = 15

/** A client of a kernel, known by its session id, over however many WebSockets. */
export class Client {
  /** The number of the last message on iopub before it came, and of the last that was sent to it. */
  readonly since: number
  sentSeq: number
  readonly connected = new Date()
  left: Date | undefined
  readonly #backlog: Backlog
  #socket: ChannelSocket | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(
    readonly id: string,
    seq: number,
    backlog = new Backlog(),
  ) {
    this.since = seq
    this.sentSeq = seq
    this.#backlog = backlog
  }

  get attached(): boolean {
    return this.#socket !== undefined
  }

  /** Too much waits that cannot be left out. */
  get overfull(): boolean {
    return this.#backlog.overfull
  }

  /** Messages that were left out since it was too slow or too long away. */
  get lost(): number {
    return this.#backlog.lost
  }

  /** The number after which it has got every message: before that it was not there, or something was left out. */
  get wholeSince(): number {
    return Math.max(this.since, this.#backlog.lostSeq)
  }

  /** Uses this socket from now on; what was missed is sent first. An older socket is closed. */
  attach(socket: ChannelSocket): void {
    const old = this.#socket
    this.#socket = socket
    this.left = undefined
    old?.close(4000, 'The same session has connected anew.')
    this.#flush()
  }

  /** The socket is gone; false when it is not the one in use. */
  detach(socket: ChannelSocket): boolean {
    if (this.#socket !== socket) return false
    this.#socket = undefined
    this.left = new Date()
    clearTimeout(this.#timer)
    return true
  }

  /** Sends at once what can be: the limits are for what waits. */
  deliver(channel: Channel, message: Message): void {
    const socket = this.#socket
    if (socket !== undefined && this.#backlog.empty && socket.buffered <= highWater) {
      this.#send(socket, channel, message)
      return
    }
    this.#backlog.add(channel, message)
    this.#flush()
  }

  close(code: number, reason: string): void {
    clearTimeout(this.#timer)
    this.#socket?.close(code, reason)
    this.#socket = undefined
  }

  #flush(): void {
    clearTimeout(this.#timer)
    while (this.#socket !== undefined && this.#backlog.length > 0) {
      if (this.#socket.buffered > highWater) {
        this.#timer = setTimeout(() => this.#flush(), pause)
        return
      }
      const next = this.#backlog.shift()
      if (next === undefined) return
      this.#send(this.#socket, next.channel, next.message)
    }
  }

  #send(socket: ChannelSocket, channel: Channel, message: Message): void {
    socket.send(channel, message)
    if (channel === 'iopub') this.sentSeq = noteOf(message)?.seq ?? this.sentSeq
  }
}
