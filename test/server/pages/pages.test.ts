import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.js'

const dist = join(import.meta.dirname, '..', '..', '..', 'dist', 'app')
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))

describe('the pages', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ baseUrl: '/a b/' })
  })
  afterAll(() => server.close())

  const page = async (path: string) => (await server.ask(path)).text()
  const data = (html: string) => JSON.parse(/"application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? '')

  it('tell their script the base URL and the path, and no token', async () => {
    const html = await page('notebooks/a%20b/c.ipynb')
    expect(data(html)).toMatchObject({
      baseUrl: '/a%20b/',
      notebookPage: 'notebooks',
      notebookPath: 'a b/c.ipynb',
      token: '',
    })
    expect(html).not.toContain(server.token)
    expect(data(await page('tree/a%20b'))).toMatchObject({ notebookPage: 'tree', treePath: 'a b' })
    expect(data(await page('edit/x.txt'))).toMatchObject({ notebookPage: 'edit', notebookPath: 'x.txt' })
  })

  it('run no script that is not the server’s own or marked in this answer', async () => {
    const answer = await server.ask('tree')
    const policy = answer.headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'self' 'nonce-([^']+)' 'unsafe-eval';/.exec(policy)?.[1]
    const scripts = [...(await answer.text()).matchAll(/<script(?![^>]*application\/json)([^>]*)>/g)]
    expect(scripts.length).toBe(3)
    for (const [, attributes] of scripts) expect(attributes).toMatch(/ src="\/a%20b\/static\/app\/| nonce="/)
    expect(policy).toContain("frame-ancestors 'self'")
    const again = (await server.ask('tree')).headers.get('content-security-policy')
    expect(nonce).toBeTruthy()
    expect(again).not.toContain(nonce)
  })

  it('show the beginning of a notebook, with nothing in it that could act', async () => {
    const evil = '<img src=x onerror=alert(1)></script><script>alert(1)</script>'
    const cells = [
      {
        cell_type: 'markdown',
        id: 'a',
        metadata: {},
        source: '# 1 · Title\n\nA $x^2$ and [a](javascript:alert(1)).',
      },
      {
        cell_type: 'code',
        id: 'b',
        metadata: {},
        source: `const a = '${evil}'`,
        execution_count: 3,
        outputs: [
          { output_type: 'stream', name: 'stdout', text: evil },
          { output_type: 'display_data', metadata: {}, data: { 'text/html': evil } },
        ],
      },
      { cell_type: 'markdown', id: 'c', metadata: {}, source: 'a<b>c</b>' },
      { cell_type: 'markdown', id: 'd', metadata: {}, source: 'never reached' },
    ]
    const file = join(server.root, 'x.ipynb')
    await writeFile(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }))
    const html = await page('notebooks/x.ipynb')
    expect(html).toContain('1 · Title')
    expect(html).toContain('data-latex="x^2"')
    expect(html).toContain('[3]:')
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('href="javascript')
    // Where HTML stands in Markdown, JupyterLab shows what is not shown here.
    expect(html).not.toContain('never reached')
  })

  it('leave what cannot be read to their script, which tells why', async () => {
    expect((await server.ask('notebooks/none.ipynb')).status).toBe(200)
    await writeFile(join(server.root, 'broken.ipynb'), 'no JSON')
    const answer = await server.ask('notebooks/broken.ipynb')
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('bp-first-view')
  })

  it('are what other addresses lead to', async () => {
    const leads = async (path: string) => (await server.ask(path)).headers.get('location')
    expect(await leads('')).toBe('/a%20b/tree')
    expect(await leads('lab')).toBe('/a%20b/tree')
    expect(await leads('lab/tree/x%20y.ipynb')).toBe('/a%20b/notebooks/x%20y.ipynb')
  })

  it('have files that are kept for ever, packed for whom can unpack, and need no token', async () => {
    const url = `static/app/${manifest.script}`
    const plain = await server.ask(url, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.status).toBe(200)
    expect(plain.headers.get('cache-control')).toContain('immutable')
    expect(plain.headers.get('content-type')).toMatch(/^text\/javascript/)
    const text = await plain.text()
    expect(text).toBe(readFileSync(join(dist, 'static', manifest.script), 'utf8'))
    const packed = readFileSync(join(dist, 'static', `${manifest.script}.br`))
    expect(brotliDecompressSync(packed).toString()).toBe(text)
    const br = await server.ask(url, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(br.headers.get('content-encoding')).toBe('br')
    const same = await server.ask(url, { headers: { 'if-none-match': plain.headers.get('etag') ?? '' } })
    expect(same.status).toBe(304)
  })

  it('have no file outside their folder', async () => {
    for (const name of [
      '..%2fmanifest.json',
      '%2e%2e/manifest.json',
      'manifest.json',
      '.',
      'a%00.js',
      'x/y.js',
    ])
      expect((await server.ask(`static/app/${name}`)).status, name).toBe(404)
  })

  it('have icons that say whether a kernel is at work', async () => {
    const icon = async (name: string) => (await server.ask(`static/favicons/${name}`, { headers: {} })).text()
    expect(await icon('favicon-notebook.ico')).toContain('<svg')
    expect(await icon('favicon-busy-1.ico')).not.toBe(await icon('favicon-notebook.ico'))
  })
})
