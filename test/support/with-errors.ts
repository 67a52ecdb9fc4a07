import type { Hono } from 'hono'
import { errorAnswer } from '../../src/server/http/error-answer.js'

import { HttpError } from '../../src/server/http-error.js'

/** Routes on their own, with errors answered as the assembly answers them. */
export function withErrors(routes: Hono): Hono {
  routes.onError((error) => {
    if (!(error instanceof HttpError)) throw error
    return errorAnswer(error)
  })
  return routes
}
