import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { startTestServer, type TestServer } from '../support/test-server.js'
import { type WatchedPage, watchedPage } from '../support/watched-page.js'

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: [{ cell_type: 'markdown', id: 'first', metadata: {}, source: 'Of **weight**.' }],
}

describe('what a notebook’s page brings later', () => {
  let server: TestServer
  let browser: Browser
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    server = await startTestServer()
    await mkdir(join(server.root, 'work'), { recursive: true })
    await writeFile(join(server.root, 'work', 'later.ipynb'), JSON.stringify(notebook))
    browser = await openBrowser()
    watched = await watchedPage(browser, server)
    page = watched.page
    await watched.open('notebooks/work/later.ipynb')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('is the colours of Markdown’s source, when its cell is opened', async () => {
    const cell = page.locator('.jp-MarkdownCell')
    await cell.locator('.jp-MarkdownOutput').dblclick()
    await cell.locator('.cm-line span', { hasText: 'weight' }).waitFor()
  })

  it('is the form with the metadata of the notebook', async () => {
    await page.locator('#notebook-tools').waitFor({ state: 'attached' })
    await page.evaluate(() =>
      (window as unknown as { jupyterapp: App }).jupyterapp.commands.execute('notebook:edit-metadata'),
    )
    await page.locator('.jp-NotebookMetadataEditor .cm-content', { hasText: 'kernelspec' }).waitFor()
  })

  it('is the editor of text files', async () => {
    await page.waitForFunction(() =>
      (window as unknown as { jupyterapp: App }).jupyterapp.commands.hasCommand('fileeditor:create-new'),
    )
  })

  it('comes with a clean console', () => expect(watched.problems).toEqual([]))
})

/** As much of the application as the tests use. */
interface App {
  readonly commands: { execute(id: string): Promise<unknown>; hasCommand(id: string): boolean }
}
