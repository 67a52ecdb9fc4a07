import { describe, expect, it } from 'vitest'
import { NotebookPage, writeCells } from '../../support/notebook-page.js'
import { serverAndBrowser } from '../../support/server-and-browser.js'

describe('a notebook in the page', () => {
  const both = serverAndBrowser()

  const sessions = async (): Promise<string[]> =>
    (await both.server.services.sessions.list()).map(({ path }) => path)

  it('that two windows open at once has one kernel, and each shows what the other runs', async () => {
    const { server, browser } = both
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
    const { server, browser } = both
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
