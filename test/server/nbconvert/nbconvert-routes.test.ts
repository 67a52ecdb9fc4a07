import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.js'

const markdown = { cell_type: 'markdown', id: 'a', metadata: {}, source: '# Title <script>alert(1)</script>' }
const code = {
  cell_type: 'code',
  id: 'b',
  metadata: {},
  source: 'const x = 1',
  execution_count: 1,
  outputs: [
    {
      output_type: 'display_data',
      metadata: {},
      data: { 'text/html': '<img src=x onerror="alert(2)"><b>ok</b>' },
    },
  ],
}

describe('nbconvert/', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [markdown, code] }
    await writeFile(join(server.root, 'n.ipynb'), JSON.stringify(notebook))
    await writeFile(join(server.root, 'broken.ipynb'), '{')
  })
  afterAll(() => server.close())

  it('html is one page with its scripts in it, which run by their hashes and no other does', async () => {
    const answer = await server.ask('nbconvert/html/n.ipynb?download=false')
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-scripts(?!.*allow-same-origin)/,
    )
    const html = await answer.text()
    const content = html.replaceAll(/<(script|style)>[\s\S]*?<\/\1>/g, '')
    expect(content).not.toMatch(/(?:src|href)="assets|onerror|<script>/)
    expect(html).toContain('<b>ok</b>')
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(script).digest('base64')
    expect(html).toContain(`script-src 'sha256-${hash}'`)
  })

  it('script is the code, with the text as comments, to keep', async () => {
    const answer = await server.ask('nbconvert/script/n.ipynb')
    expect(answer.headers.get('content-disposition')).toContain('filename="n.ts"')
    expect(await answer.text()).toBe('// # Title <script>alert(1)</script>\n\nconst x = 1\n')
  })

  it('other formats, broken notebooks and notebooks that are not there are refused', async () => {
    expect((await server.ask('nbconvert/pdf/n.ipynb')).status).toBe(404)
    expect((await server.ask('nbconvert/html/none.ipynb')).status).toBe(404)
    const broken = await server.ask('nbconvert/html/broken.ipynb')
    expect(broken.status).toBe(400)
    expect((await broken.json()).message).toContain('broken.ipynb')
  })

  it('api/nbconvert lists what there is', async () => {
    expect(Object.keys(await (await server.ask('api/nbconvert')).json())).toEqual(['html', 'script'])
  })
})
