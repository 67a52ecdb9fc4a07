import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from '../../support/raw-request.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'
import { trials } from '../../support/trials.js'

/** Every route but those that start a process; those have tests of their own. */
const routes: readonly (readonly [method: string, path: string])[] = [
  ['GET', 'api'],
  ['GET', 'api/status'],
  ['GET', 'api/me'],
  ['GET', 'api/contents/'],
  ['PUT', 'api/contents/'],
  ['POST', 'api/contents/'],
  ['PATCH', 'api/contents/'],
  ['DELETE', 'api/contents/'],
  ['GET', 'api/kernels/'],
  ['DELETE', 'api/kernels/'],
  ['POST', 'api/kernels/x/'],
  ['GET', 'api/sessions/'],
  ['PATCH', 'api/sessions/'],
  ['DELETE', 'api/sessions/'],
  ['GET', 'api/kernelspecs/'],
  ['GET', 'kernelspecs/'],
  ['GET', 'api/config/'],
  ['PUT', 'api/config/'],
  ['PATCH', 'api/config/'],
  ['POST', 'api/events'],
  ['GET', 'files/'],
  ['GET', 'nbconvert/'],
  ['GET', 'lab/api/settings/'],
  ['PUT', 'lab/api/settings/'],
  ['GET', 'lab/api/translations/'],
  ['GET', 'lab/api/workspaces/'],
  ['PUT', 'lab/api/workspaces/'],
  ['DELETE', 'lab/api/workspaces/'],
  ['GET', 'backprop/api/course/'],
  ['POST', 'backprop/api/course/'],
  ['GET', 'backprop/api/outputs/'],
  ['POST', 'backprop/api/outputs/'],
  ['GET', 'static/app/'],
  ['GET', 'static/favicons/'],
  ['GET', 'login'],
  ['POST', 'login'],
  ['GET', 'lsp/status'],
  ['TRACE', 'api/contents/'],
  ['OPTIONS', 'api/contents/'],
]

const segment = fc.oneof(
  fc.constantFrom(
    'a.txt',
    'n.ipynb',
    'bad.ipynb',
    'sub',
    'checkpoints',
    'checkpoint',
    '..',
    '.',
    '.hidden',
    '%2e%2e',
    '%2f',
    '%5c',
    '%00',
    '%',
    '%ff',
    '%c3%a9',
    'CON',
    '__proto__',
    'constructor',
    'trust',
    'html',
    'script',
    'open',
    '*',
    ';',
    '~',
  ),
  fc.string({ maxLength: 12 }).map(encodeURIComponent),
)
const query = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '?type=notebook',
    '?type=directory',
    '?type=[]',
    '?content=0&hash=1',
    '?content=x',
    '?format=text',
    '?format=base64',
    '?hash=%00',
    '?permissions=%7B%22a%22:1%7D',
    '?permissions=[',
    '?__proto__=1',
    '?%',
    '?token=',
    '?ids_only=true',
    '?download=1',
    '?next=//x',
    '?path=n.ipynb',
  ),
)
const keys = [
  'type',
  'format',
  'content',
  'path',
  'copy_from',
  'ext',
  'chunk',
  'raw',
  'data',
  'metadata',
  'name',
  'kernel',
  'schema_id',
  'version',
  '__proto__',
  'id',
  'choice',
]
const value = fc.oneof(
  fc.constantFrom(
    'notebook',
    'file',
    'directory',
    'text',
    'base64',
    'a.txt',
    '../x',
    '.hidden',
    'n.ipynb',
    1,
    -1,
    null,
    '',
  ),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text)),
)
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 }).map((each) => JSON.stringify(each)),
  fc.json({ maxDepth: 4 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom('', '{', '[]', 'null', '"x"', '\ufeff{}', '{"a":'.repeat(500), '['.repeat(100_000), '\0'),
  fc.constantFrom(
    `{"type":"notebook","content":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    `{"type":"file","format":"text","content":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  ),
)

describe('any request', () => {
  let server: TestServer
  const log: string[] = []
  beforeAll(async () => {
    server = await startTestServer({ log: (text) => log.push(text) })
    await mkdir(join(server.root, 'sub'), { recursive: true })
    await mkdir(join(server.root, '.hidden'))
    await writeFile(join(server.root, 'bad.ipynb'), '{')
    await writeFile(join(server.root, '.hidden', 'a.txt'), 'SECRET')
    await writeFile(join(server.folder, 'a.txt'), 'SECRET')
  })
  afterAll(() => server.close())

  it('is answered without a 5xx, a stack trace, a hang, or a byte from outside the root', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        fc.array(segment, { maxLength: 3 }),
        query,
        body,
        async ([method, prefix], segments, search, text) => {
          const path = `/${prefix}${segments.join('/')}${search}`
          const headers = { authorization: `token ${server.token}` }
          const answer = await rawRequest(server.port, path, {
            method,
            headers,
            ...(method === 'GET' || method === 'TRACE' ? {} : { body: text }),
          })
          const shown = { path, method, status: answer.status, text: answer.text.slice(0, 300) }
          expect(answer.status < 500, JSON.stringify({ ...shown, log })).toBe(true)
          expect(answer.text, JSON.stringify(shown)).not.toMatch(/SECRET|\n {4}at |node:internal/)
          if (answer.status >= 400 && answer.text.startsWith('{')) {
            expect(JSON.parse(answer.text), JSON.stringify(shown)).toMatchObject({
              message: expect.any(String),
            })
          }
        },
      ),
      { numRuns: trials(500) },
    )
    expect(log.filter((line) => line.includes('    at '))).toEqual([])
  })

  it('an upload that is said to be too large is refused before it is read', async () => {
    const answer = await rawRequest(server.port, '/api/contents/a.txt', {
      method: 'PUT',
      headers: { authorization: `token ${server.token}`, 'content-length': '999999999999' },
    }).catch((error: Error) => error)
    expect(answer).toMatchObject({ status: 413 })
  })
})
