/** The parts of tslab 1.0.22 that the mends hold on to; tslab gives most of them no type. */

/** A message as tslab holds it. */
export interface TslabMessage {
  readonly header: { msg_type: string }
  readonly content: ExecuteRequest
  createReply(): TslabReply
}

export interface TslabReply {
  readonly header: { msg_type: string }
  content: object
  signAndSend(key: string, socket: TslabSocket): void
}

export interface ExecuteRequest {
  readonly code: string
  readonly silent?: boolean
  readonly store_history?: boolean
  readonly stop_on_error?: boolean
}

/** A socket of zeromq. */
export interface TslabSocket {
  sendHighWaterMark: number
  sendTimeout: number
}

export type WriteStream = (name: string, text: string) => void
export type WriteDisplayData = (content: DisplayContent, update?: boolean) => void

export interface DisplayContent {
  readonly data: object
  readonly metadata: object
  readonly transient?: { readonly display_id?: string }
}

/** What tslab throws when a cell fails, and gives when it does not. */
export interface ExecutionCount {
  readonly count: number
}

export interface TslabHandler {
  execCount: number
  readonly executor: { readonly locals: object }
  handleExecute(
    request: ExecuteRequest,
    writeStream: WriteStream,
    writeDisplayData: WriteDisplayData,
  ): Promise<{ status: string; execution_count?: number }>
  handleExecuteImpl(
    request: ExecuteRequest,
    writeStream: WriteStream,
    writeDisplayData: WriteDisplayData,
  ): Promise<ExecutionCount>
}

export interface TslabServer {
  readonly handler: TslabHandler
  readonly connInfo: { readonly key: string }
  readonly iopub: TslabSocket
  bindSocket(socket: TslabSocket, port: number): Promise<void>
  handleExecute(socket: TslabSocket, message: TslabMessage): Promise<void>
  handleCommInfoRequest(socket: TslabSocket, message: TslabMessage): void
}

/** `tslab/dist/jupyter.js`. */
export interface TslabJupyter {
  readonly ZmqServer: { readonly prototype: TslabServer }
  readonly JupyterHandlerImpl: { readonly prototype: TslabHandler }
}

/** `tslab/dist/main.js`. */
export interface TslabMain {
  startKernel(options: { configPath: string; enableFindLocal: boolean }): void
}

/** What is used of the TypeScript inside tslab: enough to find `{ x }`, and its timers. */
export interface TslabTypeScript {
  readonly sys: TslabSystem
  createSourceFile(name: string, text: string, target: number, setParents: boolean): SyntaxNode
  forEachChild<T>(node: SyntaxNode, visit: (child: SyntaxNode) => T | undefined): T | undefined
  isShorthandPropertyAssignment(node: SyntaxNode): node is SyntaxNode & { name: { text: string } }
  readonly ScriptTarget: { readonly Latest: number }
}

/** The timers of `ts.sys`. TypeScript tells them apart by their callbacks alone. */
export interface TslabSystem {
  setTimeout(callback: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
}

export interface SyntaxNode {
  readonly kind: number
}
