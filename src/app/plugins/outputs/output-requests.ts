import { URLExt } from '@jupyterlab/coreutils'
import { ServerConnection } from '@jupyterlab/services'
import type { NotebookOutputs } from '../../../jupyter/outputs/run-model.js'
import type { CellChanges } from './deleted-cells.js'

/** The server's outputs of one notebook, asked for by one client of its kernel. */
export class OutputRequests {
  constructor(
    readonly settings: ServerConnection.ISettings,
    /** Asked each time: a notebook can be renamed. */
    readonly pathNow: () => string,
    readonly client: string,
  ) {}

  /** @throws ServerConnection.NetworkError, or an error with the server's message */
  async get({ run }: { run?: string } = {}): Promise<NotebookOutputs> {
    const only = run === undefined ? {} : { run }
    const answer = await this.#ask('', { path: this.pathNow(), client: this.client, ...only }, {})
    // Our own server's answer: `output-routes.ts` there gives this.
    return (await answer.json()) as NotebookOutputs
  }

  /** Says that this page shows these runs in their cells, and saves them. */
  async shown(runs: readonly string[]): Promise<void> {
    await this.#post('/shown', { client: this.client, runs })
  }

  /** Says which cells were deleted on this page, or came back. */
  async changed({ deleted, restored }: CellChanges): Promise<void> {
    await this.#post('/cells', { deleted, restored })
  }

  async #post(rest: string, body: object): Promise<void> {
    await this.#ask(rest, {}, { method: 'POST', body: JSON.stringify({ path: this.pathNow(), ...body }) })
  }

  async #ask(rest: string, query: Record<string, string>, init: RequestInit): Promise<Response> {
    const url = URLExt.join(this.settings.baseUrl, 'backprop/api/outputs') + rest
    const answer = await ServerConnection.makeRequest(
      url + URLExt.objectToQueryString(query),
      init,
      this.settings,
    )
    if (!answer.ok) throw await ServerConnection.ResponseError.create(answer)
    return answer
  }
}
