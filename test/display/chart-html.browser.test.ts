import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartHtml } from '../../src/display/chart-html.js'
import { curve } from '../../src/figures/index.js'
import { openBrowser } from '../support/browser.js'

const library = readFileSync(
  join(import.meta.dirname, '..', '..', 'dist', 'assets', 'plotly.deflate.txt'),
  'utf8',
)

const chart = (title: string) =>
  curve(
    { x: [0, 1, 2], y: [0, 1, 4], name: 'it’s <b>y</b>' },
    { x: { title: 'x' }, y: { title: 'y' }, title },
  )
const first = chartHtml(chart('First'), library)
const second = chartHtml(chart('Second'))

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'backprop-chart-'))
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens outputs as a saved page, with the network off, and collects what the page complains of. */
async function open(
  body: string,
  options: { head?: string; scripts?: 'on' | 'off'; background?: string } = {},
): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
  const file = join(folder, `${Math.round(performance.now() * 1000)}.html`)
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>outputs</title>${options.head ?? ''}</head><body style="background:${options.background ?? '#fff'}">${body}</body></html>`,
  )
  const context = await browser.newContext({ offline: true, javaScriptEnabled: options.scripts !== 'off' })
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request.url().slice(0, 60)))
  await page.goto(pathToFileURL(file).href)
  return { page, complaints, requests }
}

const drawn = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelectorAll('.js-plotly-plot .main-svg').length >= wanted,
    count * 2,
  )

describe('a chart’s HTML', () => {
  it('the build has the library to bring along', () => {
    expect(existsSync(join(import.meta.dirname, '..', '..', 'dist', 'assets', 'plotly.min.js'))).toBe(true)
    expect(library.length).toBeGreaterThan(1e6)
    expect(second.length).toBeLessThan(20_000)
  })

  it('draws both charts with the network off, from one library', async () => {
    const { page, complaints, requests } = await open(first + second)
    await drawn(page, 2)
    await expect.poll(() => page.locator('[data-backprop-still]').count()).toBe(0)
    await expect.poll(() => page.locator('.gtitle').allTextContents()).toEqual(['First', 'Second'])
    expect(complaints).toEqual([])
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([])
  })

  it('draws under RequireJS, where an anonymous define() is refused', async () => {
    const define =
      'window.define=function(){throw new Error("Mismatched anonymous define() module")};define.amd={}'
    const { page, complaints } = await open(first + second, { head: `<script>${define}</script>` })
    await drawn(page, 2)
    expect(complaints).toEqual([])
  })

  it('without the library shows the still picture and says how to get the live chart', async () => {
    const { page, complaints } = await open(second)
    expect(await page.locator('[data-backprop-still] > svg').isVisible()).toBe(true)
    expect(await page.locator('[data-backprop-still] p').textContent()).toContain(
      'run the first chart of this notebook',
    )
    expect(complaints).toEqual([])
  })

  it('comes alive when the first chart is run later', async () => {
    const { page } = await open(second)
    await page.evaluate((html) => {
      // As JupyterLab does: what innerHTML brings does not run, so each script is made anew.
      const output = document.createElement('div')
      output.innerHTML = html
      document.body.prepend(output)
      for (const inert of output.querySelectorAll('script')) {
        const script = document.createElement('script')
        script.textContent = inert.textContent
        inert.replaceWith(script)
      }
    }, first)
    await drawn(page, 2)
    await expect.poll(() => page.locator('[data-backprop-still]').count()).toBe(0)
  })

  it('a chart that comes later than the library is drawn, even if its own script does not run', async () => {
    const { page } = await open(first)
    await drawn(page, 1)
    await page.evaluate((html) => {
      const output = document.createElement('div')
      output.innerHTML = html
      document.body.append(output)
    }, second)
    await drawn(page, 2)
  })

  it('with scripts off, as in a notebook that is not trusted, shows the still pictures', async () => {
    const { page } = await open(first + second, { scripts: 'off' })
    expect(await page.locator('[data-backprop-still] > svg').count()).toBe(2)
  })

  it('has light text on a dark page', async () => {
    const { page } = await open(first, { background: '#111' })
    await drawn(page, 1)
    const colour = () => page.locator('.gtitle').evaluate((title) => getComputedStyle(title).fill)
    await expect.poll(colour).toBe('rgb(217, 221, 227)')
  })

  it('carries the sentence that says what it shows', async () => {
    const { page } = await open(first)
    await drawn(page, 1)
    const label = await page.locator('[data-backprop-chart]').getAttribute('aria-label')
    expect(label?.length).toBeGreaterThan(20)
  })
})
