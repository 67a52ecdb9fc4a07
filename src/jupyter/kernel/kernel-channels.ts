import { decodeFrames, encodeFrames } from '../message/frames.js'
import type { Channel, Message } from '../message/message.js'
import type { ConnectionInfo } from './connection.js'

export type MessageListener = (message: Message, channel: Channel) => void

/** The part of a ZeroMQ socket that is used here. */
interface Socket extends AsyncIterable<Uint8Array[]> {
  close(): void
}

interface RequestSocket extends Socket {
  send(frames: Uint8Array[]): Promise<void>
}

/** A client's end of a kernel's four message sockets. */
export class KernelChannels {
  readonly #listeners = new Set<MessageListener>()
  readonly #key: string
  readonly #requests: Record<Exclude<Channel, 'iopub'>, RequestSocket>
  readonly #iopub: Socket

  private constructor(
    key: string,
    requests: Record<Exclude<Channel, 'iopub'>, RequestSocket>,
    iopub: Socket,
    /** Settles when the kernel can ask on stdin: before, what it asks reaches nobody. */
    readonly canBeAsked: Promise<void>,
  ) {
    this.#key = key
    this.#requests = requests
    this.#iopub = iopub
    this.#listen('shell', requests.shell)
    this.#listen('control', requests.control)
    this.#listen('stdin', requests.stdin)
    this.#listen('iopub', iopub)
  }

  /** Connects at once; what is sent before the kernel listens waits for it. */
  static async connect(info: ConnectionInfo, session: string): Promise<KernelChannels> {
    // Loaded late, so that a command which needs no kernel also runs where zeromq does not load.
    const { Dealer, Subscriber } = await import('zeromq')
    const address = (port: number) => `${info.transport}://${info.ip}:${port}`
    const settings = {
      linger: 0,
      reconnectInterval: 50,
      // Nothing is dropped on our side: a cell may print faster than we read.
      receiveHighWaterMark: 0,
    }
    const request = (port: number) => {
      // One identity on shell and stdin is how a kernel knows whom to ask for input.
      const socket = new Dealer({ ...settings, sendHighWaterMark: 0, routingId: session })
      socket.connect(address(port))
      return socket
    }
    const iopub = new Subscriber(settings)
    iopub.subscribe()
    iopub.connect(address(info.iopub_port))
    const { shell_port: shell, control_port: control, stdin_port: stdin } = info
    const input = request(stdin)
    const canBeAsked = new Promise<void>((resolve) => input.events.on('handshake', () => resolve()))
    return new KernelChannels(
      info.key,
      { shell: request(shell), control: request(control), stdin: input },
      iopub,
      canBeAsked,
    )
  }

  async send(channel: Exclude<Channel, 'iopub'>, message: Message): Promise<void> {
    await this.#requests[channel].send(encodeFrames(message, this.#key))
  }

  /** Calls `listener` for every message that comes, until the returned function is called. */
  subscribe(listener: MessageListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    for (const socket of [...Object.values(this.#requests), this.#iopub]) socket.close()
    this.#listeners.clear()
  }

  async #listen(channel: Channel, socket: Socket): Promise<void> {
    for await (const frames of socket) {
      const message = this.#decode(frames)
      if (message !== undefined) for (const listener of [...this.#listeners]) listener(message, channel)
    }
  }

  /** A message that is not our kernel's, or none at all, is left out: another process may write to the port. */
  #decode(frames: Uint8Array[]): Message | undefined {
    try {
      // On iopub the first frame is a topic, which takes the place of the identities.
      return decodeFrames(frames, this.#key).message
    } catch {
      return undefined
    }
  }
}
