import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { writeSite } from '../../src/export/write-site.js'
import { openBrowser } from '../support/browser.js'
import { code, markdown, notebook, printed, shown } from './fixture/cells.js'
import { chapters } from './fixture/chapters.js'
import { bundle, costFigure } from './fixture/figures.js'
import { builtAssets } from './support/built-assets.js'

const chapterPage = '01-contours-and-gradient.html'

let browser: Browser
let assets = ''
let folder = ''
const folders: string[] = []

/** What a page did that it should not have done. */
let complaints: string[] = []

beforeAll(async () => {
  assets = await builtAssets()
  folder = await newFolder()
  await writeSite(chapters, folder, { assets })
  browser = await openBrowser()
})

afterEach(() => {
  const found = complaints
  complaints = []
  expect(found).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  for (const made of [assets, ...folders]) await rm(made, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'backprop-site-'))
  folders.push(made)
  return made
}

async function open(file: string, options: BrowserContextOptions = {}, from = folder): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  page.on('console', (message) => {
    // What the graphics driver says of its own speed is not the page's.
    if (/GPU stall|willReadFrequently/.test(message.text())) return
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) complaints.push(`request: ${request.url()}`)
  })
  const [path = '', query = ''] = file.split('?')
  await page.goto(`${pathToFileURL(join(from, path)).href}?${query}`)
  return page
}

const drawn = (page: Page) => page.locator('figure.chart[data-state=drawn]').count()

/** Both the page's width and what it holds, in pixels. */
const widths = (page: Page) =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])

describe('A chapter opened from disk', () => {
  test('draws each chart when it comes near the window', async () => {
    const page = await open(chapterPage)
    const charts = page.locator('figure.chart')
    const count = await charts.count()
    expect(count).toBe(4)
    await charts.first().and(page.locator('[data-state=drawn]')).waitFor()
    expect(await drawn(page)).toBeLessThan(count)
    for (let i = 0; i < count; i += 1) {
      await charts.nth(i).scrollIntoViewIfNeeded()
      await charts.nth(i).and(page.locator('[data-state=drawn]')).waitFor()
    }
    for (let i = 0; i < count; i += 1) {
      const box = await charts.nth(i).locator('.main-svg').first().boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(150)
    }
    expect(await charts.nth(0).locator('.contourlayer path, .heatmaplayer image').count()).toBeGreaterThan(0)
    expect(await charts.nth(1).locator('.scatterlayer path.js-line').count()).toBe(3)
    await page.context().close()
  })

  test('draws a surface', async () => {
    const page = await open('03-surfaces.html')
    await page.locator('figure.chart[data-state=drawn]').waitFor()
    const scene = page.locator('.gl-container canvas')
    expect(await scene.count()).toBeGreaterThan(0)
    const box = await scene.first().boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(150)
    await page.context().close()
  })

  test('draws all charts at once with ?all, and keeps their places while it does', async () => {
    const page = await open(`${chapterPage}?all`)
    const before = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.waitForSelector('html[data-charts=all]')
    expect(await drawn(page)).toBe(4)
    const after = await page.evaluate(() => document.documentElement.scrollHeight)
    // The slider of the last chart comes with it.
    expect(Math.abs(after - before)).toBeLessThan(60)
    await page.context().close()
  })

  test.each([400, 1280])('is never wider than a window of %i pixels', async (width) => {
    const page = await open(`${chapterPage}?all`, { viewport: { width, height: 800 } })
    await page.waitForSelector('html[data-charts=all]')
    for (const summary of await page.locator('.more summary').all()) await summary.click()
    await page.locator('.numbers-table').first().waitFor()
    const [content = 0, window = 0] = await widths(page)
    expect(content).toBeLessThanOrEqual(window)
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    const [indexContent = 0, indexWindow = 0] = await widths(page)
    expect(indexContent).toBeLessThanOrEqual(indexWindow)
    await page.context().close()
  })

  test('is reached by keyboard: skip link, theme, contents, code, numbers, slider', async () => {
    const page = await open(`${chapterPage}?all`)
    await page.waitForSelector('html[data-charts=all]')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the chapter')
    const seen: string[] = []
    for (let i = 0; i < 80; i += 1) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const at = document.activeElement
        if (at === null || at === document.body) return null
        const style = getComputedStyle(at)
        const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
        return { name: `${at.tagName.toLowerCase()}.${at.className}`, outlined }
      })
      if (focus === null) break
      expect(focus.outlined, focus.name).toBe(true)
      seen.push(focus.name)
    }
    for (const name of [
      'a.course',
      'button.theme',
      'a.number',
      'button.copy',
      'summary.',
      'input.',
      'a.next',
    ]) {
      expect(seen).toContain(name)
    }
    await page.locator('details.numbers > summary').last().focus()
    await page.keyboard.press('Enter')
    await page.locator('.numbers-table').last().waitFor()
    const slider = page.locator('.slider input')
    await slider.focus()
    const image = page.locator('.heatmaplayer image').last()
    const look = () => image.evaluate((element) => element.outerHTML)
    const before = await look()
    await page.keyboard.press('End')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('200')
    await expect.poll(look).not.toBe(before)
    await page.context().close()
  })

  test('skips to the chapter', async () => {
    const page = await open(chapterPage)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('chapter')
    await page.context().close()
  })

  test('shows the numbers of a chart as tables', async () => {
    const page = await open(chapterPage)
    const numbers = page.locator('details.numbers').nth(1)
    await numbers.locator('summary').click()
    const tables = numbers.locator('table')
    await expect.poll(() => tables.count()).toBe(3)
    expect(await tables.first().locator('caption').textContent()).toBe('α = 0.01')
    expect(await tables.first().locator('thead th').allTextContents()).toEqual(['iteration', 'cost J'])
    expect(await tables.first().locator('tbody tr').first().locator('td').allTextContents()).toEqual([
      '0',
      '12',
    ])
    await page.context().close()
  })

  test('follows the system’s colours, and the reader’s choice from page to page', async () => {
    const page = await open(chapterPage, { colorScheme: 'dark' })
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const axis = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.xtitle') ?? document.body).fill)
    await page.locator('figure.chart[data-state=drawn]').first().waitFor()
    const [dark, darkAxis] = [await ground(), await axis()]
    await page.getByRole('button', { name: 'Light colours' }).click()
    await expect.poll(ground).not.toBe(dark)
    await expect.poll(axis).not.toBe(darkAxis)
    await page.getByRole('link', { name: /Next chapter/ }).click()
    await page.waitForURL(/02-descent/)
    await page.getByRole('button', { name: 'Dark colours' }).waitFor()
    expect(await ground()).not.toBe(dark)
    await page.context().close()
  })

  test('copies a cell’s code', async () => {
    const page = await open(chapterPage, { permissions: ['clipboard-read', 'clipboard-write'] })
    const cell = page.locator('.cell').nth(1)
    await cell.hover()
    await cell.getByRole('button', { name: 'Copy the code of cell 2' }).click()
    await expect.poll(() => cell.locator('.copy').textContent()).toBe('Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('console.log(bowl([1, 1]))')
    await page.context().close()
  })

  test('offers to reset a view that was zoomed', async () => {
    const page = await open(chapterPage)
    const chart = page.locator('figure.chart').nth(1)
    await chart.scrollIntoViewIfNeeded()
    await chart.and(page.locator('[data-state=drawn]')).waitFor()
    const reset = chart.getByRole('button', { name: 'Reset view' })
    await reset.waitFor({ state: 'hidden' })
    const box = await chart.locator('.nsewdrag').first().boundingBox()
    const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 60]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 90, y + 90, { steps: 4 })
    await page.mouse.up()
    await reset.waitFor({ state: 'visible' })
    await reset.click()
    await reset.waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('prints on white, without its controls', async () => {
    const page = await open(`${chapterPage}?all`, { colorScheme: 'dark' })
    await page.waitForSelector('html[data-charts=all]')
    const widest = () =>
      page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('.main-svg')].map((svg) => svg.clientWidth)),
      )
    const onScreen = await widest()
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await widest()).toBeLessThanOrEqual(640)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect.poll(widest).toBe(onScreen)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['header.site', 'nav.contents', 'nav.pager', '.more']) {
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    }
    await page.context().close()
  })

  test('is readable without a script: still pictures stand for the charts', async () => {
    const page = await open(chapterPage, { javaScriptEnabled: false })
    expect(await page.locator('.plot > svg').count()).toBe(4)
    expect(await page.locator('.numbers').first().isVisible()).toBe(false)
    expect(await page.locator('button:visible').count()).toBe(0)
    await page.context().close()
  })
})

describe('A page where something is wrong', () => {
  test('keeps the still picture and says why when Plotly cannot be loaded', async () => {
    const broken = await newFolder()
    await writeSite(chapters, broken, { assets })
    await writeFile(join(broken, 'assets', 'plotly.min.js'), '// nothing')
    const page = await open('02-descent.html', {}, broken)
    await page.locator('.note').waitFor()
    expect(await page.locator('.note').textContent()).toContain('plotly.min.js did not set window.Plotly')
    expect(await page.locator('.plot > svg').count()).toBe(1)
    await page.context().close()
  })

  test('runs nothing that Markdown, code, prints or outputs bring along', async () => {
    const attack = '</pre></script><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>'
    const layout = { ...costFigure.layout, title: { text: attack }, meta: { summary: attack } }
    const hostile = notebook(
      markdown(
        'm',
        `# ${attack}\n\n${attack}\n\n[x](javascript:alert(4)) ![y](https://example.org/y.png) $${attack}$`,
      ),
      code('a', attack, printed(attack), printed(attack, 'stderr')),
      code('b', '', shown({ 'text/html': attack }), shown({ 'image/svg+xml': attack })),
      code('c', '', shown(bundle({ ...costFigure, layout }))),
    )
    const made = await newFolder()
    await writeSite([{ name: 'hostile', notebook: hostile }], made, { assets, title: attack })
    const page = await open('hostile.html?all', {}, made)
    await page.waitForSelector('html[data-charts=all]')
    for (const summary of await page.locator('.more summary').all()) await summary.click()
    expect(await page.locator('script:not([type="application/json"])').count()).toBe(2)
    expect(await page.locator('[onerror], [onload], iframe, a[href^="javascript:"]').count()).toBe(0)
    await page.goto(pathToFileURL(join(made, 'index.html')).href)
    expect(await page.locator('[onerror], [onload]').count()).toBe(0)
    await page.context().close()
  })
})
