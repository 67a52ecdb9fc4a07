import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JupyterFrontEnd } from '@jupyterlab/application'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../support/browser.js'
import { startTestServer, type TestServer } from '../../../support/test-server.js'
import { watchedPage } from '../../../support/watched-page.js'

const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: [
    { cell_type: 'markdown', id: 'heading', metadata: {}, source: '# Of weight' },
    { cell_type: 'code', id: 'code', metadata: {}, source: '1', execution_count: null, outputs: [] },
  ],
}

describe('the page, for who hears it', () => {
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await startTestServer({ prewarm: false })
    await mkdir(join(server.root, 'work'), { recursive: true })
    await writeFile(join(server.root, 'work', 'heard.ipynb'), JSON.stringify(notebook))
    await writeFile(join(server.root, 'code.ts'), 'const answer = 42\n')
    browser = await openBrowser()
    const watched = await watchedPage(browser, server)
    page = watched.page
    await watched.open('notebooks/work/heard.ipynb')
    await page.locator('.jp-CodeCell .cm-content').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** Skips with the keyboard, once the page has all its parts. */
  async function skip(): Promise<void> {
    const link = page.locator('.skip-link[tabindex="0"]')
    await link.waitFor({ state: 'attached' })
    await link.focus()
    await page.keyboard.press('Enter')
  }
  const focused = (selector: string) =>
    page.waitForFunction((wanted) => document.activeElement?.closest(wanted) != null, selector)

  it('says the kind of a cell, and the new one when that changes', async () => {
    const names = () =>
      page.locator('.jp-Cell .cm-content').evaluateAll((all) => all.map((each) => each.ariaLabel))
    expect(await page.getByRole('article').count()).toBe(2)
    await expect.poll(async () => (await names()).at(-1)).toBe('Code cell')
    await page.evaluate(async () => {
      // What the page puts there for tests: JupyterLab's application.
      const { commands } = (window as unknown as { jupyterapp: JupyterFrontEnd }).jupyterapp
      await commands.execute('notebook:move-cursor-down')
      await commands.execute('notebook:change-cell-to-raw')
    })
    await expect.poll(async () => (await names()).at(-1)).toBe('Raw cell')
    expect(await page.getByRole('article').count()).toBe(2)
  })

  it('says which section a button folds, and whether it is folded', async () => {
    const fold = page.locator('button[aria-label="Section: Of weight"]')
    await expect.poll(() => fold.getAttribute('aria-expanded')).toBe('true')
    await fold.dispatchEvent('click')
    await expect.poll(() => fold.getAttribute('aria-expanded')).toBe('false')
  })

  it('skips to the active cell, to a file’s text, which has its name, and to the list of files', async () => {
    await skip()
    await focused('.jp-Notebook')
    await page.goto(`${server.url}edit/code.ts`)
    await page.getByRole('textbox', { name: 'code.ts' }).waitFor()
    await skip()
    await focused('.cm-content')
    await page.goto(`${server.url}tree`)
    await page.locator('.jp-DirListing-item').first().waitFor()
    await skip()
    await focused('#main-panel')
  })
})
