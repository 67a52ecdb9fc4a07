/**
 * What the routes are given: interfaces only, so that the same routes can run over other parts, in a browser for
 * example. `node/node-services.ts` makes those of Node.
 */

import type { Kernelspec } from '../jupyter/kernelspec/kernelspecs.js'
import type { Channel, Message } from '../jupyter/message/message.js'
import type { JsonObject, JsonValue } from '../jupyter/notebook/notebook.js'
import type { NotebookOutputs } from '../jupyter/outputs/run-model.js'
import type { Course } from './course/course-service.js'
import type { PageFiles } from './pages/page-files.js'
import type { Access } from './security/access.js'
import type { PluginSchema } from './settings/plugin-schema.js'
import type { TextStore } from './stores/text-store.js'

export interface Services {
  /** Ours, for `api`. */
  readonly version: string
  /** Encoded, with a slash at both ends: `/` or `/a%20b/`. */
  readonly baseUrl: string
  readonly access: Access
  /** The names that the `Host` header may have, without port, in lower case. */
  readonly hosts: ReadonlySet<string>
  /** Whether the server speaks https. */
  readonly secure: boolean
  readonly activity: Activity
  readonly folders: Folders
  readonly course: Course
  readonly contents: Contents
  readonly kernelspecs: Kernelspecs
  readonly kernels: Kernels
  readonly sessions: Sessions
  readonly channels: Channels
  readonly outputs: Outputs
  readonly events: Events
  /** What the server keeps for its clients. */
  readonly stores: {
    readonly settings: TextStore
    readonly workspaces: TextStore
    readonly config: TextStore
  }
  /** What can be set in the page. */
  readonly schemas: () => Promise<readonly PluginSchema[]>
  readonly page: PageFiles
  /** The page to begin with, below the base URL and not encoded: `notebooks/01.ipynb`. */
  readonly startPage: () => Promise<string>
  /** Ends the server, after the answer to the request that asked for it. */
  readonly shutdown: () => void
  /** The server's own log. */
  readonly log: (text: string) => void
}

/** Absolute paths. */
export interface Folders {
  /** What the contents API shows. */
  readonly root: string
  /** The folder with the learner's copies of the chapters; it may not be there yet. */
  readonly learner: string
  /** The learner's state, hidden from the contents API. */
  readonly state: string
  /** The chapters as they come with the course; never written. */
  readonly course: string
  /** Settings, workspaces, signatures. */
  readonly data: string
  /** `dist/app`, which `static/app` serves. */
  readonly app: string
}

/** When the server started and was last used; every request and every message of a kernel counts. */
export interface Activity {
  readonly started: Date
  readonly last: Date
  touch(): void
}

/** `api/contents` of Jupyter Server: a tree of files below a root. Paths have no slash at either end. */
export interface Contents {
  get(path: string, options?: GetOptions): Promise<ContentsModel>
  save(path: string, model: SaveModel, options?: SaveOptions): Promise<ContentsModel>
  create(folder: string, options: CreateOptions): Promise<ContentsModel>
  copy(from: string, folder: string): Promise<ContentsModel>
  rename(path: string, to: string): Promise<ContentsModel>
  delete(path: string): Promise<void>
  checkpoints(path: string): Promise<readonly Checkpoint[]>
  createCheckpoint(path: string): Promise<Checkpoint>
  restoreCheckpoint(path: string, id: string): Promise<void>
  deleteCheckpoint(path: string, id: string): Promise<void>
  /** Takes a notebook's outputs as they are for the person's own. */
  trust(path: string): Promise<void>
  /** The bytes of a file as they are, however large, until `signal` says that nobody wants them any more. */
  open(path: string, signal?: AbortSignal): Promise<OpenFile>
  /** Gives up what has begun and is not finished, such as a file that came in parts. */
  close(): Promise<void>
}

export type ContentsType = 'directory' | 'notebook' | 'file'
export type ContentsFormat = 'json' | 'text' | 'base64'

/** Jupyter Server's `Contents` model. */
export interface ContentsModel {
  readonly name: string
  readonly path: string
  readonly type: ContentsType
  readonly writable: boolean
  /** ISO 8601. */
  readonly created: string
  readonly last_modified: string
  readonly mimetype: string | null
  readonly size: number | null
  readonly content: JsonValue | readonly ContentsModel[]
  readonly format: ContentsFormat | null
  readonly hash: string | null
  readonly hash_algorithm: string | null
  /** Why the notebook is not valid, when it was saved all the same. */
  readonly message?: string
}

export interface OpenFile {
  readonly name: string
  readonly size: number
  readonly stream: ReadableStream<Uint8Array>
  readonly mimetype: string | undefined
}

export interface GetOptions {
  readonly type?: ContentsType
  readonly format?: ContentsFormat
  /** Default: true. */
  readonly content?: boolean
  /** Default: false. */
  readonly hash?: boolean
}

export interface SaveModel {
  readonly type: ContentsType
  readonly format?: ContentsFormat
  readonly content?: JsonValue
  /** Of a file sent in parts: 1, 2, …, and -1 for the last. */
  readonly chunk?: number
}

export interface SaveOptions {
  /** The hash or `last_modified` of the version that the saved one grew from; 409 when the file is another now. */
  readonly base?: string
}

export interface CreateOptions {
  readonly type: ContentsType
  readonly ext?: string
}

export interface Checkpoint {
  readonly id: string
  readonly last_modified: string
}

/** `api/kernelspecs`: the kernels that can be started. */
export interface Kernelspecs {
  /** The name of the one that is taken without another. */
  readonly default: string
  list(): Promise<readonly KernelspecInfo[]>
  /** A file of the kernel's folder, such as `logo-64x64.png`. */
  resource(
    name: string,
    file: string,
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mimetype: string }>
}

export interface KernelspecInfo {
  readonly name: string
  /** `kernel.json` with its defaults. */
  readonly spec: Omit<Kernelspec, 'name' | 'resource_dir'>
  /** The files that `resource` gives, by the keys of Jupyter's REST API. */
  readonly resources: Readonly<Record<string, string>>
}

/** Jupyter Server's `Kernel` model. */
export interface KernelModel {
  readonly id: string
  readonly name: string
  readonly last_activity: string
  readonly execution_state: string
  readonly connections: number
  /** Why it waits, was restarted or is dead, for a person. */
  readonly reason?: string
}

/** Running kernels. Unknown ids are refused with `HttpError(404)`. */
export interface Kernels {
  list(): Promise<readonly KernelModel[]>
  get(id: string): Promise<KernelModel>
  /** @param options.path the notebook's path below the root, whose folder the kernel works in */
  start(options: { readonly name?: string; readonly path?: string }): Promise<KernelModel>
  interrupt(id: string): Promise<void>
  restart(id: string): Promise<KernelModel>
  shutdown(id: string): Promise<void>
  /** Gets a kernel ready for the next notebook, if there is room for one. */
  warm(): void
  /** Ends all; resolves when their processes are gone. */
  close(): Promise<void>
}

/** Jupyter Server's `Session` model. */
export interface SessionModel {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly type: string
  readonly kernel: KernelModel | null
  /** As clients of old want it. */
  readonly notebook?: { readonly path: string; readonly name: string }
}

/** Which kernel a session is to have: a running one, or a new one by its kernelspec's name. */
export interface WantedKernel {
  readonly id?: string
  readonly name?: string
}

export interface WantedSession {
  readonly path: string
  readonly name?: string
  readonly type?: string
  readonly kernel?: WantedKernel
}

export interface Sessions {
  list(): Promise<readonly SessionModel[]>
  get(id: string): Promise<SessionModel>
  /** The session of a document: the one that there is, else a new one. */
  create(wanted: WantedSession): Promise<SessionModel>
  /** Renames, moves, or changes the kernel; what is absent stays. */
  change(id: string, wanted: Partial<WantedSession>): Promise<SessionModel>
  /** Ends the session, and its kernel unless another session has it, too. */
  delete(id: string): Promise<void>
  /** Called when a file has been renamed through the contents API. */
  renamed(from: string, to: string): Promise<void>
}

/** A client's WebSocket on a kernel, after framing. */
export interface ChannelSocket {
  send(channel: Channel, message: Message): void
  close(code: number, reason: string): void
  /** Bytes that wait to be sent. */
  readonly buffered: number
}

/** What the socket's adapter calls. */
export interface ChannelConnection {
  receive(channel: Exclude<Channel, 'iopub'>, message: Message): void
  /** @param code why, as RFC 6455 numbers it; 1001 says that the page was left */
  closed(code?: number): void
}

/** `api/kernels/<id>/channels`. */
export interface Channels {
  /** @throws HttpError 404 when there is no such kernel */
  connect(kernelId: string, sessionId: string, socket: ChannelSocket): ChannelConnection
}

/** `backprop/api/outputs`: the outputs of the cells of running notebooks, which a page shows that is opened later. */
export interface Outputs {
  /**
   * What the cells of the notebook at `path` gave; `client` is the session id of the page's WebSocket, `run` the only
   * run that is wanted.
   */
  of(path: string, options?: { readonly client?: string; readonly run?: string }): NotebookOutputs
  /** The page with this session id shows these runs in their cells, and saves them. */
  shown(path: string, client: string, runs: readonly string[]): void
  /** On a page, cells with these ids were deleted on purpose, or came back. */
  changed(
    path: string,
    cells: { readonly deleted: readonly string[]; readonly restored: readonly string[] },
  ): void
  /** Called before a notebook is read. */
  opened(path: string): void
  /** Called when a notebook has been saved. @param begun when the save began */
  saved(path: string, content: JsonValue, begun?: Date): void
}

/** `api/events`: Jupyter's event bus. */
export interface Events {
  emit(event: JsonObject): void
  /** Calls `listener` for each event until the returned function is called. */
  subscribe(listener: (event: JsonObject) => void): () => void
}
