import type { Context, MiddlewareHandler } from 'hono'
import { errorAnswer } from '../http/error-answer.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'
import { randomToken } from './access.js'
import { type Authentication, authenticate } from './authenticate.js'
import { checkHost } from './check-host.js'
import { xsrfCookie } from './check-xsrf.js'
import { cookieValues, setCookie } from './cookies.js'
import { admit } from './gate.js'
import { factsOf, type RequestFacts } from './request-facts.js'

/** What needs no token: the app's files, which are the same for everybody, and the way in. */
const open = /^\/(?:static\/app\/.+|static\/favicons\/[^/]+|favicon\.ico|login)$/

/**
 * Lets requests in or refuses them. A person without a token is shown the login page, one with the token in the URL
 * gets the cookie and an address without it, which no history or `Referer` can tell.
 */
export function admission(services: Services): MiddlewareHandler {
  return async (c, next) => {
    const facts = factsOf(c.req.raw)
    if (c.req.path.startsWith('/\0') || open.test(c.req.path)) {
      checkHost(facts, services.hosts)
      return next()
    }
    let authentication: Authentication
    try {
      authentication = admit(facts, services)
    } catch (error) {
      const stranger = error instanceof HttpError && authenticate(facts, services.access) === undefined
      return stranger && isNavigation(c, facts) ? loginRedirect(facts, services) : errorAnswer(error)
    }
    if (authentication === 'query' && isNavigation(c, facts)) return handOver(facts, services)
    await next()
    if (authentication === 'cookie' || authentication === 'open') offerXsrf(c, facts, services)
    return undefined
  }
}

/** Whether a person asks for a page, and not a script for data. */
function isNavigation(c: Context, { method, header }: RequestFacts): boolean {
  const page = (header('accept') ?? '').includes('text/html')
  return method === 'GET' && page && !/^\/(?:api|lab|backprop)\//.test(c.req.path)
}

function loginRedirect({ url }: RequestFacts, { baseUrl }: Services): Response {
  const next = new URLSearchParams({ next: `${url.pathname}${url.search}` })
  return redirect(`${baseUrl}login?${next}`)
}

function handOver({ url }: RequestFacts, services: Services): Response {
  url.searchParams.delete('token')
  // A path that begins with two slashes would be another server's address.
  const response = redirect(`${url.pathname.replace(/^\/{2,}/, '/')}${url.search}`)
  response.headers.append('set-cookie', accessCookie(services))
  return response
}

/** The `Set-Cookie` that lets a browser in. */
export function accessCookie({ access, baseUrl, secure }: Services): string {
  return setCookie(access.cookieName, access.cookie, { path: baseUrl, secure, httpOnly: true })
}

/** The page's script reads this cookie and sends it back in a header. */
function offerXsrf(c: Context, { header }: RequestFacts, { baseUrl, secure }: Services): void {
  if (cookieValues(header('cookie'), xsrfCookie).some((value) => value.length >= 32)) return
  const cookie = setCookie(xsrfCookie, randomToken(), { path: baseUrl, secure, httpOnly: false })
  c.res.headers.append('set-cookie', cookie)
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } })
}
