import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { patience } from '../support/patience.js'
import { startTestServer, type TestServer } from '../support/test-server.js'
import { type WatchedPage, watchedPage } from '../support/watched-page.js'
import { seriousViolations } from './axe.js'

const chapter = '01-contours-and-gradient.ipynb'

describe('a chapter in the page', () => {
  let server: TestServer
  let browser: Browser
  let watched: WatchedPage
  let page: Page

  beforeAll(async () => {
    server = await startTestServer({ baseUrl: '/a b/' })
    browser = await openBrowser()
    watched = await watchedPage(browser, server)
    page = watched.page
    await watched.open(`notebooks/work/${chapter}`)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const active = () => page.locator('.jp-Notebook-cell.jp-mod-active .cm-content')

  /** A new cell at the end, in which the cursor stands. */
  async function newCell(source: string): Promise<void> {
    await page.evaluate(async () => {
      const { commands, shell } = (window as unknown as { jupyterapp: App }).jupyterapp
      const { content } = shell.currentWidget
      content.activeCellIndex = content.widgets.length - 1
      await commands.execute('notebook:insert-cell-below')
      await commands.execute('notebook:enter-edit-mode')
    })
    // What is typed before would be commands.
    await page.waitForFunction(
      () => document.activeElement === document.querySelector('.jp-Notebook-cell.jp-mod-active .cm-content'),
    )
    await page.keyboard.type(source)
  }

  it('is opened as the learner’s copy, with its formulas, and takes the place of what the server showed', async () => {
    await page.locator('.jp-Notebook h1').waitFor()
    expect(await page.locator('.jp-Notebook h1').textContent()).toContain('Contours and the gradient')
    await page.locator('#bp-first-view').waitFor({ state: 'detached' })
    await page.locator('.jp-MarkdownOutput .bp-Formula math').first().waitFor({ state: 'attached' })
    await expect.poll(() => page.locator('.jp-MarkdownOutput', { hasText: '$' }).count()).toBe(0)
    expect(readFileSync(join(server.root, 'work', chapter), 'utf8')).toContain('Contours and the gradient')
  })

  it('runs from the menu, and its charts are drawn', async () => {
    // A narrow toolbar folds it away, so it is enough that it is there.
    const idle = page.locator('.jp-Notebook-ExecutionIndicator[data-status=idle]')
    await idle.waitFor({ state: 'attached' })
    await page.locator('.lm-MenuBar-item', { hasText: 'Run' }).click()
    await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    await page.waitForFunction(() => {
      const panel = (window as unknown as { jupyterapp: App }).jupyterapp.shell.currentWidget
      const cells = [...panel.content.widgets].filter(({ model }) => model.type === 'code')
      return cells.every(({ model }) => model.executionCount !== null && model.executionState !== 'running')
    })
    await page.locator('.jp-OutputArea-output .js-plotly-plot').first().waitFor()
    expect(await page.locator('.jp-OutputArea-output[data-mime-type*=error]').count()).toBe(0)
  })

  it('runs a cell with Shift-Enter and shows its value', async () => {
    await newCell('20 + 3')
    await page.keyboard.press('Shift+Enter')
    await page.locator('.jp-OutputArea-output', { hasText: /^23\s*$/ }).waitFor()
  })

  it('completes names with their types, and tells what a name is', async () => {
    await newCell('quadr')
    // The page takes what the kernel answers within a second; a busy machine may need a second request.
    const item = page.locator('.jp-Completer-item', { hasText: 'quadratic' })
    const ask = async () => {
      await page.keyboard.press('Tab')
      await item.waitFor({ timeout: 5_000 })
    }
    await vi.waitFor(ask, { timeout: patience })
    await expect.poll(() => page.locator('.jp-Completer-docpanel').textContent()).toMatch(/matrix/i)
    await page.keyboard.press('Enter')
    await expect.poll(() => active().textContent()).toBe('quadratic')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => page.locator('.jp-Tooltip').textContent()).toMatch(/matrix/i)
    await page.keyboard.press('Escape')
  })

  it('undoes what was typed', async () => {
    await active().click()
    const before = await active().textContent()
    // What is typed within half a second is undone as one.
    await page.waitForTimeout(700)
    await page.keyboard.type(' + oops')
    await expect.poll(() => active().textContent()).toContain('oops')
    // A slow machine types so slowly that it is undone in parts.
    for (let text = await active().textContent(); text !== before; text = await active().textContent()) {
      await page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => active().textContent()).not.toBe(text)
    }
  })

  it('finds text in all cells', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+f')
    await page.locator('.jp-DocumentSearch-input').first().fill('gradient')
    await expect
      .poll(() => page.locator('.jp-DocumentSearch-index-counter').textContent())
      .toMatch(/^\d+\/\d\d$/)
    await page.keyboard.press('Escape')
  })

  it('is saved, and is the same after a reload', async () => {
    await newCell('"kept over a reload"')
    await page.keyboard.press('ControlOrMeta+s')
    const file = join(server.root, 'work', chapter)
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('kept over a reload')
    await page.reload()
    await page.locator('#bp-first-view').waitFor({ state: 'detached' })
    await page.locator('.jp-Notebook .jp-CodeCell .cm-content').first().waitFor()
    await expect
      .poll(() =>
        page.evaluate(() =>
          JSON.stringify(
            (window as unknown as { jupyterapp: App }).jupyterapp.shell.currentWidget.content.model.toJSON(),
          ),
        ),
      )
      .toContain('kept over a reload')
  })

  it('has no serious barrier, in light and in dark', async () => {
    await expect.poll(() => seriousViolations(page), { interval: 500 }).toEqual([])
    await page.evaluate(() =>
      (window as unknown as { jupyterapp: App }).jupyterapp.commands.execute('apputils:change-theme', {
        theme: 'JupyterLab Dark',
      }),
    )
    await page.locator('body[data-jp-theme-light=false]').waitFor({ state: 'attached' })
    const background = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--jp-layout-color0'),
    )
    expect(background.trim()).toMatch(/^#1|^#0|^rgb\(17|black/)
    await expect.poll(() => seriousViolations(page), { interval: 500 }).toEqual([])
  })

  it('did all that with a clean console, and asked no other machine', () => {
    expect(watched.problems).toEqual([])
    expect(watched.outside).toEqual([])
  })
})

/** As much of the application as the tests use. */
interface App {
  readonly commands: { execute(id: string, args?: object): Promise<unknown> }
  readonly shell: {
    readonly currentWidget: {
      readonly content: {
        activeCellIndex: number
        readonly widgets: readonly {
          readonly model: {
            readonly type: string
            readonly executionCount: number | null
            readonly executionState?: string
          }
        }[]
        readonly model: { toJSON(): unknown }
      }
    }
  }
}
