import { URLExt } from '@jupyterlab/coreutils'
import { ServerConnection } from '@jupyterlab/services'
import type { Course, CourseState, UpdateChoice } from '../../../server/course/course-service.js'

/** The course on the server, for one page. */
export class CourseClient implements Pick<Course, 'state' | 'open' | 'reset' | 'update'> {
  constructor(private readonly settings: ServerConnection.ISettings) {}

  state(): Promise<CourseState> {
    return this.#ask('')
  }

  open(name: string): ReturnType<Course['open']> {
    return this.#ask(`${encodeURIComponent(name)}/open`, {})
  }

  reset(name: string): ReturnType<Course['reset']> {
    return this.#ask(`${encodeURIComponent(name)}/reset`, {})
  }

  update(name: string, choice: UpdateChoice): ReturnType<Course['update']> {
    return this.#ask(`${encodeURIComponent(name)}/update`, { choice })
  }

  /** @throws Error with the server's message */
  async #ask<T>(path: string, body?: object): Promise<T> {
    const address = URLExt.join(this.settings.baseUrl, 'backprop/api/course', path)
    const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const answer = await ServerConnection.makeRequest(address, request, this.settings)
    if (!answer.ok) throw await ServerConnection.ResponseError.create(answer)
    return answer.json()
  }
}
