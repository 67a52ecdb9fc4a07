import { type Context, Hono } from 'hono'
import { readText } from '../http/read-json.js'
import type { Services } from '../services.js'
import { randomToken } from './access.js'
import { accessCookie } from './admission.js'
import { checkOrigin } from './check-origin.js'
import { checkXsrf, xsrfCookie } from './check-xsrf.js'
import { setCookie } from './cookies.js'
import { loginPage, loginPolicy } from './login-page.js'
import { ownPath } from './own-path.js'
import { factsOf } from './request-facts.js'

/** `login`: a form for the token, for a person whose browser has no cookie yet. */
export function loginRoutes(services: Services): Hono {
  const { access, baseUrl, secure } = services
  const enter = (next: string | null | undefined) =>
    new Response(null, {
      status: 302,
      headers: { location: ownPath(next, baseUrl), 'set-cookie': accessCookie(services) },
    })
  const form = (c: Context, next: string | null | undefined, problem: string) => {
    const xsrf = randomToken()
    c.header('content-security-policy', loginPolicy)
    // Another policy would send `Origin: null` with the form.
    c.header('referrer-policy', 'same-origin')
    c.header('set-cookie', setCookie(xsrfCookie, xsrf, { path: baseUrl, secure, httpOnly: false }))
    const page = loginPage({ action: `${baseUrl}login`, next: ownPath(next, baseUrl), xsrf, problem })
    return c.html(page, problem === '' ? 200 : 401)
  }
  return new Hono()
    .get('/login', (c) => {
      const next = c.req.query('next')
      if (access.isOpen) return c.redirect(ownPath(next, baseUrl))
      const code = c.req.query('code')
      if (code !== undefined && access.acceptsCode(code)) return enter(next)
      return form(c, next, '')
    })
    .post('/login', async (c) => {
      const facts = factsOf(c.req.raw)
      checkOrigin(facts)
      const fields = new URLSearchParams(await readText(c))
      checkXsrf(facts, fields.get('_xsrf') ?? '')
      if (access.acceptsToken(fields.get('token')?.trim() ?? '')) return enter(fields.get('next'))
      return form(c, fields.get('next'), 'That is not the token.')
    })
}
