import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../support/browser.js'
import { NotebookPage, writeCells } from '../../support/notebook-page.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('a notebook in the page', () => {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    server = await startTestServer()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const sessions = async (): Promise<string[]> =>
    (await server.services.sessions.list()).map(({ path }) => path)

  it('that two windows open at once has one kernel, and each shows what the other runs', async () => {
    await writeCells(server, 'both é#.ipynb', { a: "console.log('from', 'one')" })
    const path = encodeURIComponent('both é#.ipynb')
    const context = await browser.newContext()
    const [one, two] = await Promise.all([
      NotebookPage.open(context, server, path),
      NotebookPage.open(context, server, path),
    ])
    expect(await sessions()).toEqual(['both é#.ipynb'])
    expect(await server.services.kernels.list()).toHaveLength(1)
    await one.cell(0).run()
    await two.cell(0).shows('from one')
    await context.close()
  })

  it('that is reloaded while its kernel starts leaves none behind', async () => {
    await writeCells(server, 'again.ipynb', { a: '1' })
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked = () =>
      page.waitForRequest((each) => each.method() === 'POST' && each.url().includes('/api/sessions'))
    await Promise.all([asked(), page.goto(`${server.url}notebooks/again.ipynb?token=${server.token}`)])
    await Promise.all([page.reload(), page.waitForResponse((each) => each.url().includes('/api/sessions'))])
    await expect.poll(sessions).toContain('again.ipynb')
    await context.close()
    const opened = await NotebookPage.open(browser, server, 'again.ipynb')
    expect((await sessions()).sort()).toEqual(['again.ipynb', 'both é#.ipynb'])
    await opened.context.close()
  })
})
