import { HttpError } from '../http-error.js'
import type { Access } from './access.js'
import { cookieValues } from './cookies.js'
import type { RequestFacts } from './request-facts.js'

/** How a request showed that it may: `header` cannot be forged by another page, `cookie` is sent by the browser. */
export type Authentication = 'header' | 'query' | 'cookie' | 'open'

/**
 * How the request may come in, or undefined when it may not. A token in the header or the URL that is wrong is not
 * mended by a cookie.
 */
export function authenticate({ header, url }: RequestFacts, access: Access): Authentication | undefined {
  if (access.isOpen) return 'open'
  const authorization = header('authorization')
  if (authorization !== undefined) {
    const token = /^(?:token|bearer)\s+(\S+)\s*$/i.exec(authorization)?.[1]
    return token !== undefined && access.acceptsToken(token) ? 'header' : undefined
  }
  const query = url.searchParams.get('token')
  if (query !== null && query !== '') return access.acceptsToken(query) ? 'query' : undefined
  const cookies = cookieValues(header('cookie'), access.cookieName)
  return cookies.some((cookie) => access.acceptsCookie(cookie)) ? 'cookie' : undefined
}

/** The refusal of a request that may not come in, as Jupyter Server has it. */
export function forbidden(): HttpError {
  return new HttpError(403, 'Forbidden: log in with the token that backprop start printed.', 'Forbidden')
}
