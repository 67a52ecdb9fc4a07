import { URLExt } from '@jupyterlab/coreutils'
import { ServerConnection } from '@jupyterlab/services'
import type { NotebookOutputs } from '../../../jupyter/outputs/run-model.js'

/** The server's outputs of one notebook, asked for by one client of its kernel. */
export class OutputRequests {
  constructor(
    readonly settings: ServerConnection.ISettings,
    /** Asked each time: a notebook can be renamed. */
    readonly pathNow: () => string,
    readonly client: string,
  ) {}

  /** @throws ServerConnection.NetworkError, or an error with the server's message */
  async get(): Promise<NotebookOutputs> {
    const answer = await this.#ask('', { path: this.pathNow(), client: this.client }, {})
    // Our own server's answer: `output-routes.ts` there gives this.
    return (await answer.json()) as NotebookOutputs
  }

  /** Says that this page shows these runs. */
  async shown(runs: readonly string[]): Promise<void> {
    const body = JSON.stringify({ path: this.pathNow(), client: this.client, runs })
    await this.#ask('/shown', {}, { method: 'POST', body })
  }

  async dismiss(run: string): Promise<void> {
    await this.#ask(`/${encodeURIComponent(run)}`, { path: this.pathNow() }, { method: 'DELETE' })
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
