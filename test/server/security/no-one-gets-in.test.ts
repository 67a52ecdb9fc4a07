import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Access, randomToken } from '../../../src/server/security/access.js'
import { cookiesOf, rawRequest } from '../../support/raw-request.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('no one gets in', () => {
  let server: TestServer
  let origin: string
  let auth: Record<string, string>
  const log: string[] = []
  beforeAll(async () => {
    server = await startTestServer({ token: randomToken(), log: (text) => log.push(text) })
    origin = `http://127.0.0.1:${server.port}`
    auth = { authorization: `token ${server.token}` }
    await writeFile(join(server.root, 'a.txt'), 'a')
  })
  afterAll(() => server.close())

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) =>
    rawRequest(server.port, path, { method, headers, ...(body === undefined ? {} : { body }) })

  /** What a browser holds after it opened the address with the token. */
  const logIn = async () => {
    const entered = await ask(`/?token=${server.token}`, { accept: 'text/html' })
    const access = cookiesOf(entered)
    const page = await ask('/api/status', { cookie: access })
    const cookie = `${access}; ${cookiesOf(page)}`
    return { cookie, xsrf: /_xsrf=([^;]+)/.exec(cookie)?.[1] ?? '' }
  }

  it('a random token has at least 128 bits, and no two are alike', () => {
    const tokens = Array.from({ length: 100 }, randomToken)
    expect(new Set(tokens).size).toBe(100)
    for (const token of tokens) expect(token).toMatch(/^[\da-f]{32,}$/)
    expect(new Access({ port: 1 }).token).toMatch(/^[\da-f]{32,}$/)
  })

  it('every route needs the token, in the way in and the static files of the app aside', async () => {
    for (const path of [
      '/api',
      '/api/status',
      '/api/me',
      '/api/contents',
      '/api/contents/a.txt',
      '/api/kernels',
      '/api/sessions',
      '/api/kernelspecs',
      '/api/config/x',
      '/lab/api/settings',
      '/lab/api/workspaces',
      '/lab/api/translations',
      '/files/a.txt',
      '/nbconvert/html/a.ipynb',
      '/backprop/api/course',
      '/lsp/status',
      '/nothing',
      '/static',
      '/static/app/../../api/status',
      '/tree',
    ]) {
      for (const headers of [
        {},
        { authorization: 'token wrong' },
        { authorization: `Basic ${server.token}` },
      ]) {
        expect([path, (await ask(path, headers)).status]).toEqual([path, 403])
      }
      expect([path, (await ask(`${path}?token=wrong`)).status]).toEqual([path, 403])
      expect([path, (await ask(path, { cookie: `${server.services.access.cookieName}=x` })).status]).toEqual([
        path,
        403,
      ])
    }
    expect((await ask('/login')).status).toBe(200)
    expect((await ask('/favicon.ico')).status).toBe(200)
  })

  it('token and Bearer in the header let in, whatever the case of the word', async () => {
    for (const word of ['token', 'Token', 'bearer', 'Bearer']) {
      expect((await ask('/api', { authorization: `${word} ${server.token}` })).status).toBe(200)
    }
  })

  it('a person without a token is shown the login page and comes back to where they wanted', async () => {
    const page = await ask('/tree/sub?x=1', { accept: 'text/html' })
    expect([page.status, page.headers['location']]).toEqual([302, '/login?next=%2Ftree%2Fsub%3Fx%3D1'])
    const form = await ask('/login?next=%2Ftree%2Fsub', { accept: 'text/html' })
    expect(form.headers['content-security-policy']).toContain("form-action 'self'")
    const xsrf = /_xsrf" value="(\w+)"/.exec(form.text)?.[1] ?? ''
    const send = (token: string, field = xsrf) =>
      ask(
        '/login',
        { cookie: cookiesOf(form), origin, 'content-type': 'application/x-www-form-urlencoded' },
        'POST',
        new URLSearchParams({ _xsrf: field, next: '/tree/sub', token }).toString(),
      )
    expect((await send('wrong')).status).toBe(401)
    expect((await send(server.token, 'x'.repeat(48))).status).toBe(403)
    const entered = await send(server.token)
    expect([entered.status, entered.headers['location']]).toEqual([302, '/tree/sub'])
    expect((await ask('/api', { cookie: cookiesOf(entered) })).status).toBe(200)
  })

  it('the token in the URL becomes a cookie and leaves the address', async () => {
    const entered = await ask(`/tree?token=${server.token}&reset`, { accept: 'text/html' })
    expect([entered.status, entered.headers['location']]).toEqual([302, '/tree?reset='])
    expect(entered.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^backprop-${server.port}=[\\w-]{43}; Path=/; SameSite=Strict; HttpOnly$`),
      ),
    ])
    expect(JSON.stringify(entered.headers)).not.toContain(server.token)
  })

  it('a code for the browser lets in once', async () => {
    const code = server.services.access.issueCode()
    expect((await ask(`/login?code=${code}`)).status).toBe(302)
    expect((await ask(`/login?code=${code}`)).status).toBe(200)
    expect((await ask('/login?code=none')).headers['set-cookie']).not.toEqual(
      expect.arrayContaining([expect.stringContaining('HttpOnly')]),
    )
  })

  it('the token is in no page, no answer and no log', async () => {
    const { cookie } = await logIn()
    for (const path of ['/login', '/api/me', '/tree', '/api/contents', '/login?next=/tree']) {
      const { text, headers } = await ask(path, { cookie, accept: 'text/html' })
      expect(text + JSON.stringify(headers)).not.toContain(server.token)
    }
    expect(log.join('')).not.toContain(server.token)
  })

  it('DNS rebinding: a Host that is not this server is refused, with the token too', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${server.port}`,
      `127.0.0.1.evil.example:${server.port}`,
      `localhost.evil.example`,
      `xlocalhost:${server.port}`,
      `localhost:1@evil.example`,
      '127.0.0.1:x',
    ]) {
      expect([host, (await ask('/api', { ...auth, host })).status >= 400]).toEqual([host, true])
      expect([host, (await ask('/login', { host })).status >= 400]).toEqual([host, true])
    }
    expect((await ask('/api', { ...auth, host: `LOCALHOST:${server.port}` })).status).toBe(200)
  })

  it('a cross-origin page gets nothing with the cookie: Origin is compared exactly', async () => {
    const { cookie, xsrf } = await logIn()
    for (const foreign of [
      'http://evil.example',
      `http://127.0.0.1:${server.port}.evil.example`,
      `http://127.0.0.1:${server.port + 1}`,
      `http://localhost:${server.port}`,
      'http://127.0.0.1',
      'null',
      'file://',
      '',
    ]) {
      const headers = { cookie, 'x-xsrftoken': xsrf, origin: foreign }
      expect([foreign, (await ask('/api/contents/a.txt', headers)).status]).toEqual([foreign, 403])
      expect([foreign, (await ask('/api/kernels', headers, 'POST', '{}')).status]).toEqual([foreign, 403])
    }
    const own = await ask('/api/contents/a.txt', { cookie, origin })
    expect(own.status).toBe(200)
    expect(own.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('a script, picture or frame of another site is refused by what the browser says of it', async () => {
    const { cookie } = await logIn()
    const site = (value: string, mode: string, dest: string) => ({
      cookie,
      'sec-fetch-site': value,
      'sec-fetch-mode': mode,
      'sec-fetch-dest': dest,
    })
    expect((await ask('/files/a.txt', site('cross-site', 'no-cors', 'script'))).status).toBe(403)
    expect((await ask('/files/a.txt', site('same-site', 'no-cors', 'image'))).status).toBe(403)
    expect((await ask('/files/a.txt', site('cross-site', 'navigate', 'iframe'))).status).toBe(403)
    expect((await ask('/files/a.txt', site('cross-site', 'navigate', 'document'))).status).toBe(200)
    expect((await ask('/files/a.txt', site('same-origin', 'cors', 'empty'))).status).toBe(200)
  })

  it('XSRF: a change with the cookie needs the XSRF token, one with the token in the header does not', async () => {
    const { cookie, xsrf } = await logIn()
    const body = JSON.stringify({ type: 'file', format: 'text', content: 'x' })
    const put = (headers: Record<string, string>) => ask('/api/contents/xsrf.txt', headers, 'PUT', body)
    expect((await put({ cookie, origin })).status).toBe(403)
    expect((await put({ cookie, origin, 'x-xsrftoken': 'x'.repeat(48) })).status).toBe(403)
    expect((await put({ cookie: `${cookie.split(';')[0]}; _xsrf=`, origin, 'x-xsrftoken': '' })).status).toBe(
      403,
    )
    expect((await put({ cookie, origin, 'x-xsrftoken': xsrf })).status).toBe(201)
    expect((await put(auth)).status).toBe(200)
    expect((await ask('/api/contents/xsrf.txt', { cookie, origin }, 'DELETE')).status).toBe(403)
  })

  it('a no-cors form post changes nothing, whatever it pretends to be', async () => {
    const { cookie } = await logIn()
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      for (const from of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }, {}]) {
        const headers = { cookie, 'content-type': type, ...from }
        const answer = await ask('/api/contents', headers, 'POST', '{"type":"notebook"}')
        expect([type, answer.status]).toEqual([type, 403])
      }
    }
    expect((await ask('/api/contents/Untitled.ipynb', auth)).status).toBe(404)
  })

  it('a preflight of another origin is not answered', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'PUT' }
    const answer = await ask('/api/contents/a.txt', headers, 'OPTIONS')
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('an open redirect leads nowhere: login and the hand-over stay on this server', async () => {
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'https:evil.example',
      '/%09/evil.example',
      '/\t/evil.example',
      '/\n//evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
      '/.//evil.example',
    ]) {
      const code = server.services.access.issueCode()
      const { headers } = await ask(`/login?code=${code}&next=${encodeURIComponent(next)}`)
      const location = new URL(String(headers['location']), origin)
      expect([next, location.origin]).toEqual([next, origin])
      expect([next, String(headers['location'])]).toEqual([next, expect.not.stringMatching(/^[/\\]{2}|\s/)])
    }
    const entered = await ask(`//evil.example/?token=${server.token}`, { accept: 'text/html' })
    expect(String(entered.headers['location'] ?? '/')).not.toMatch(/^\/\//)
  })

  it('every answer has a policy, nosniff and no referrer, errors too, and JSON is JSON', async () => {
    for (const path of ['/api', '/nothing', '/api/contents/none', '/login', '/tree', '/api/contents/%ff']) {
      for (const headers of [auth, {}]) {
        const answer = await ask(path, headers)
        expect(answer.headers['content-security-policy']).toContain('frame-ancestors')
        expect(answer.headers['x-content-type-options']).toBe('nosniff')
        expect(answer.headers['referrer-policy']).toMatch(/^(no-referrer|same-origin)$/)
        if (answer.text.startsWith('{')) expect(answer.headers['content-type']).toBe('application/json')
      }
    }
  })

  it('a name, a path or a message is never written into HTML as it is', async () => {
    const evil = '"><script>alert(1)</script>'
    for (const path of [
      `/tree/${encodeURIComponent(evil)}`,
      `/notebooks/${encodeURIComponent(evil)}.ipynb`,
      `/login?next=${encodeURIComponent(`/${evil}`)}`,
    ]) {
      const { text } = await ask(path, path.startsWith('/login') ? {} : auth)
      expect([path, text]).toEqual([path, expect.not.stringContaining('<script>alert(1)')])
    }
    const error = await ask(`/api/contents/${encodeURIComponent(evil)}`, auth)
    expect(error.headers['content-type']).toBe('application/json')
  })

  it('without a token at all, other origins are refused all the same', async () => {
    const open = await startTestServer({ token: '' })
    try {
      expect((await rawRequest(open.port, '/api')).status).toBe(200)
      const headers = { origin: 'http://evil.example' }
      expect((await rawRequest(open.port, '/api/contents', { headers })).status).toBe(403)
      expect(
        (await rawRequest(open.port, '/api/contents', { method: 'POST', headers: {}, body: '{}' })).status,
      ).toBe(403)
    } finally {
      await open.close()
    }
  })
})
