import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { startTestServer, type TestServer } from '../support/test-server.js'
import { type WatchedPage, watchedPage } from '../support/watched-page.js'
import { seriousViolations } from './axe.js'

describe('files in the page', () => {
  let server: TestServer
  let browser: Browser
  let watched: WatchedPage

  beforeAll(async () => {
    server = await startTestServer()
    const file = (name: string, text: string) => writeFile(join(server.root, name), text)
    await file('table.csv', 'a,b\n1,2\n')
    await file('data.json', '{"answer": [1, 2, 42]}')
    await file('text.md', '# A heading\n\nOf $x^2$.')
    await file('page.html', '<h1>A page</h1>')
    await file('code.ts', 'const answer = 42\n')
    await file('dot.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    browser = await openBrowser()
    watched = await watchedPage(browser, server)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('are listed, and the list has no serious barrier', async () => {
    await watched.open('tree')
    const { page } = watched
    await page.locator('.jp-DirListing-item', { hasText: 'code.ts' }).waitFor()
    await expect.poll(() => page.locator('.jp-DirListing-itemName').allTextContents()).toContain('table.csv')
    await expect.poll(() => seriousViolations(page), { interval: 500 }).toEqual([])
  })

  it('are edited and saved', async () => {
    await watched.open('edit/code.ts')
    const { page } = watched
    await page.locator('.cm-content', { hasText: 'const answer' }).click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('// and why')
    await page.keyboard.press('ControlOrMeta+s')
    await expect.poll(() => readFileSync(join(server.root, 'code.ts'), 'utf8')).toContain('// and why')
    await expect.poll(() => seriousViolations(page), { interval: 500 }).toEqual([])
  })

  it('are shown as what they are, without a serious barrier: tables, data, pages, pictures, formatted text', async () => {
    const { page } = watched
    const shown: [string, string][] = [
      ['table.csv', '.jp-CSVViewer .lm-DataGrid'],
      ['data.json', '.jp-RenderedJSON'],
      ['page.html', '.jp-HTMLViewer iframe'],
      ['dot.svg', '.jp-ImageViewer img'],
      ['text.md?factory=Markdown%20Preview', '.jp-RenderedMarkdown .bp-Formula'],
    ]
    for (const [path, selector] of shown) {
      await watched.open(`edit/${path}`)
      await page.locator(selector).first().waitFor({ state: 'attached' })
      await expect.poll(() => seriousViolations(page), { interval: 500 }).toEqual([])
    }
  })

  it('say why when they are notebooks that cannot be read, stay as they are, and lead to their text', async () => {
    const broken = join(server.root, 'broken é#.ipynb')
    await writeFile(broken, '{"cells": [')
    const { page, open } = await watchedPage(browser, server)
    await open(`notebooks/${encodeURIComponent('broken é#.ipynb')}`)
    const dialog = page.locator('.jp-Dialog')
    await dialog
      .filter({ hasText: 'broken é#.ipynb cannot be opened' })
      .filter({ hasText: 'is not JSON: line 1, column 12' })
      .waitFor()
    expect(await dialog.count()).toBe(1)
    await page.getByRole('button', { name: 'Open as text' }).click()
    await page.locator('.cm-content', { hasText: '{"cells": [' }).waitFor()
    await open('notebooks/absent.ipynb')
    await dialog.filter({ hasText: 'No such file or directory: absent.ipynb' }).waitFor()
    await page.getByRole('button', { name: 'Show the folder' }).click()
    await page.locator('.jp-DirListing-item', { hasText: 'broken é#.ipynb' }).waitFor()
    expect(readFileSync(broken, 'utf8')).toBe('{"cells": [')
  })

  it('can have their settings changed in a form', async () => {
    await watched.open('tree')
    const { page } = watched
    await page.locator('.jp-DirListing-item').first().waitFor()
    await page.evaluate(() =>
      (
        window as unknown as { jupyterapp: { commands: { execute(id: string): Promise<unknown> } } }
      ).jupyterapp.commands.execute('settingeditor:open'),
    )
    await page.locator('.jp-PluginList-entry').first().waitFor()
    await page.locator('.jp-SettingsForm input, .jp-SettingsForm select').first().waitFor()
  })

  it('are made: a new notebook comes up in a window of its own, with the kernel that was chosen', async () => {
    const { page } = watched
    await watched.open('tree')
    await page.locator('.jp-DirListing-item').first().waitFor()
    await page.getByText('New', { exact: true }).click()
    const opened = page.context().waitForEvent('page')
    await page.locator('.lm-Menu-item', { hasText: 'TypeScript' }).click()
    const notebook = await opened
    await notebook
      .locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
      .waitFor({ state: 'attached' })
    expect(new URL(notebook.url()).pathname).toBe('/notebooks/Untitled.ipynb')
    expect(await notebook.locator('.jp-Dialog').count()).toBe(0)
    await notebook.close()
  })

  it('did all that with a clean console, and asked no other machine', () => {
    expect(watched.problems).toEqual([])
    expect(watched.outside).toEqual([])
  })
})
