import { HttpError } from '../http-error.js'
import { cookieValues } from './cookies.js'
import type { RequestFacts } from './request-facts.js'
import { sameText } from './same-text.js'

/** The cookie that JupyterLab's services read and send back as `X-XSRFToken`. */
export const xsrfCookie = '_xsrf'

/**
 * Refuses a request that changes something when it does not repeat the XSRF cookie in its header: another page can
 * make the browser send the cookie, but can neither read it nor set the header.
 *
 * @param sent the value where it stands in a form's field
 * @throws HttpError 403
 */
export function checkXsrf({ method, header }: RequestFacts, sent = header('x-xsrftoken') ?? ''): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return
  const cookies = cookieValues(header('cookie'), xsrfCookie).filter((value) => value.length >= 32)
  if (cookies.some((cookie) => sameText(cookie, sent))) return
  throw new HttpError(403, 'The XSRF token is missing or not that of the cookie. Reload the page.', 'XSRF')
}
