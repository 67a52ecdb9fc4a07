import { CellOutput } from './cell-output.js'
import { compileErrorContent, type ErrorContent, errorContent } from './error-content.js'
import { mend } from './mend.js'
import type {
  ExecuteRequest,
  TslabHandler,
  TslabJupyter,
  TslabMessage,
  TslabServer,
  TslabSocket,
  WriteDisplayData,
  WriteStream,
} from './tslab-parts.js'

/** What tslab's executor told about the cell that runs: thrown values, or words of the compiler. */
export interface Problems {
  thrown: unknown[]
  diagnostics: string[]
}

/** One run of a cell. */
interface Run {
  readonly output: CellOutput
  readonly publish: (type: string, content: object) => void
  error: ErrorContent | undefined
}

/** Cells whose source is kept for explanations. */
const sourcesKept = 1_000

/**
 * Gives a cell's run what the protocol asks for and tslab leaves out: `execute_input`, the `error` message, a reply
 * with `ename`, `evalue` and `traceback`, `aborted` for its `abort`, and heed of `silent`, `store_history` and
 * `stop_on_error`.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#execute
 */
export function mendExecute(
  { ZmqServer, JupyterHandlerImpl }: TslabJupyter,
  problems: Problems,
  explain: (error: ErrorContent, sources: readonly string[], names: object) => string | undefined,
): void {
  const runs = new WeakMap<WriteStream, Run>()
  const sources: string[] = []
  let last: CellOutput | undefined

  mend(
    ZmqServer.prototype,
    'handleExecute',
    () =>
      async function (this: TslabServer, socket: TslabSocket, message: TslabMessage) {
        const request = message.content
        const send = (type: string, content: object, to: TslabSocket) => {
          const reply = message.createReply()
          reply.header.msg_type = type
          reply.content = content
          reply.signAndSend(this.connInfo.key, to)
        }
        const publish = (type: string, content: object) => {
          if (request.silent !== true) send(type, content, this.iopub)
        }
        const output = new CellOutput(publish)
        const writeStream: WriteStream = (name, text) => output.print(name, text)
        const writeDisplayData: WriteDisplayData = (content, update) => output.display(content, update)
        const run: Run = { output, publish, error: undefined }
        runs.set(writeStream, run)
        const { status, execution_count } = await this.handler.handleExecute(
          request,
          writeStream,
          writeDisplayData,
        )
        output.close()
        send('execute_reply', replyContent(status, execution_count, run.error), socket)
      },
  )

  mend(
    JupyterHandlerImpl.prototype,
    'handleExecuteImpl',
    (stock) =>
      async function (
        this: TslabHandler,
        request: ExecuteRequest,
        writeStream: WriteStream,
        writeDisplayData: WriteDisplayData,
      ) {
        const run = runs.get(writeStream)
        if (run === undefined) return stock.call(this, request, writeStream, writeDisplayData)
        // What an earlier cell printed since it ended, and was not shown.
        last?.close()
        last = run.output
        const before = this.execCount
        run.publish('execute_input', { code: request.code, execution_count: before + 1 })
        if (sources.push(request.code) > sourcesKept) sources.shift()
        problems.thrown = []
        problems.diagnostics = []
        try {
          const count = await stock.call(this, request, writeStream, writeDisplayData)
          // Of a module's cell tslab tells what is wrong, but takes it.
          for (const line of problems.diagnostics) run.output.print('stderr', `${line}\n`)
          return count
        } catch (thrown) {
          const error = errorOf(problems, thrown)
          const explanation = explain(error, sources, this.executor.locals)
          run.error =
            explanation === undefined ? error : { ...error, traceback: [...error.traceback, '', explanation] }
          run.output.flush()
          run.publish('error', run.error)
          // What waits in tslab's queue is aborted when a cell throws, and only then.
          if (request.stop_on_error === false) return { count: before + 1 }
          throw thrown
        } finally {
          if (request.silent === true || request.store_history === false) this.execCount = before
        }
      },
  )
}

/** tslab itself throws no more than the cell's count; what the cell threw it has told before. */
function errorOf({ thrown, diagnostics }: Problems, fallback: unknown): ErrorContent {
  if (diagnostics.length > 0) return compileErrorContent(diagnostics)
  return errorContent(thrown.length > 0 ? thrown[0] : fallback)
}

function replyContent(status: string, count: number | undefined, error: ErrorContent | undefined): object {
  if (status === 'abort') return { status: 'aborted' }
  if (error !== undefined) return { status: 'error', execution_count: count, ...error }
  return { status, execution_count: count, user_expressions: {}, payload: [] }
}
