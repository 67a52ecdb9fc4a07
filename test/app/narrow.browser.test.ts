import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { writeCells } from '../support/notebook-page.js'
import { patience } from '../support/patience.js'
import { startTestServer, type TestServer } from '../support/test-server.js'
import { type WatchedPage, watchedPage } from '../support/watched-page.js'

const width = 400

describe('a notebook on a page of 400 pixels', () => {
  let server: TestServer
  let browser: Browser
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    server = await startTestServer()
    await writeCells(server, 'work/narrow.ipynb', {
      waits: 'await new Promise((resolve) => setTimeout(resolve, 600_000))',
    })
    browser = await openBrowser()
    watched = await watchedPage(browser, server, { viewport: { width, height: 800 } })
    page = watched.page
    await watched.open('notebooks/work/narrow.ipynb')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  // What was folded away is not a child of the toolbar.
  const item = (name: string) => page.locator(`.jp-NotebookPanel-toolbar > [data-jp-item-name="${name}"]`)
  const sign = (status: string) => item('executionProgress').locator(`[data-status="${status}"]`)
  const rightOf = async (element: ReturnType<typeof item>) => {
    const { x = 0, width = Number.NaN } = (await element.boundingBox()) ?? {}
    return x + width
  }

  it('shows whether its kernel is busy, beside the buttons to run and to stop', async () => {
    await sign('idle').waitFor()
    await item('run').click()
    await sign('busy').waitFor()
    for (const name of ['run', 'interrupt', 'executionProgress'])
      await expect.poll(() => rightOf(item(name)), { message: name }).toBeLessThanOrEqual(width)
    await item('interrupt').click()
    await sign('idle').waitFor()
  })

  it('has the button of the course and all menus in one line', async () => {
    const menus = page.locator('#menu-panel .lm-MenuBar-item')
    await expect.poll(() => menus.count()).toBe(7)
    const fits = async () => {
      const line = await page.locator('#menu-panel-wrapper').boundingBox()
      const toggle = await page.locator('.backprop-course-toggle button').boundingBox()
      const end = await rightOf(page.locator('#menu-panel .lm-MenuBar'))
      expect((toggle?.y ?? Number.NaN) + (toggle?.height ?? 0)).toBeLessThanOrEqual(line?.height ?? 0)
      expect(await rightOf(menus.last())).toBeLessThanOrEqual(Math.min(end, width))
    }
    await vi.waitFor(fits, { timeout: patience })
  })

  it('shows the number of a cell whole', async () => {
    const prompt = page.locator('.jp-CodeCell .jp-InputPrompt').first()
    const [height, needed] = await prompt.evaluate((each) => [each.clientHeight, each.scrollHeight])
    expect(height).toBeGreaterThanOrEqual(needed ?? Number.NaN)
  })

  it('has a clean console', () => expect(watched.problems).toEqual([]))
})
