import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibleHtml, tex, typeset } from '../../src/tex/index.js'
import { openBrowser } from '../support/browser.js'

const wide = tex`X = ${[Array.from({ length: 10 }, (_, i) => i / 8)]}, \quad W = ${[Array.from({ length: 10 }, (_, i) => -i)]}`
const inline = typeset('\\frac{1}{M} \\sum_i a_i', { display: false })
const page = `<!doctype html><html lang="en"><body style="margin:16px;font:16px serif;color:rgb(1, 2, 3)">
<p>The cost ${accessibleHtml(inline)} falls<span id="mark"></span>.</p>${accessibleHtml(wide)}
<p>${accessibleHtml(typeset('\\begin{array}{|c|}\\hline a\\\\ \\hline\\end{array} \\textcolor{<}{x} \\text{"语<"}'))}</p></body></html>`

let browser: Browser
let tab: Page

beforeAll(async () => {
  browser = await openBrowser()
  tab = await browser.newPage({ viewport: { width: 400, height: 600 } })
  await tab.setContent(page)
})
afterAll(() => browser?.close())

describe('a formula in a browser', () => {
  it('scrolls by itself when it is wider than the page', async () => {
    const widths = await tab.evaluate(() => {
      const box = document.querySelectorAll('svg')[1]?.parentElement
      return { page: document.documentElement.scrollWidth, box: box?.clientWidth, inside: box?.scrollWidth }
    })
    expect(widths.page).toBeLessThanOrEqual(400)
    expect(widths.inside).toBeGreaterThan(widths.box ?? Number.POSITIVE_INFINITY)
  })

  it('stands on the baseline of its line, in the colour of the text', async () => {
    const { below, colour } = await tab.evaluate(() => {
      const svg = document.querySelector('svg')
      const mark = document.querySelector('#mark')
      return {
        below: (svg?.getBoundingClientRect().bottom ?? 0) - (mark?.getBoundingClientRect().bottom ?? 0),
        colour: getComputedStyle(svg?.querySelector('g') ?? document.body).fill,
      }
    })
    expect(below).toBeGreaterThan(0)
    expect(below).toBeLessThan(16)
    expect(colour).toBe('rgb(1, 2, 3)')
  })

  it('never scrolls up and down', async () => {
    const tall = await tab.evaluate(
      () =>
        [...document.querySelectorAll('svg')]
          .map((svg) => svg.parentElement)
          .filter((box) => (box?.scrollHeight ?? 0) > (box?.clientHeight ?? 0) + 1).length,
    )
    expect(tall).toBe(0)
  })

  it('is in the accessibility tree once, as mathematics, and never as a picture', async () => {
    const session = await tab.context().newCDPSession(tab)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value))
    expect(roles.filter((role) => role === 'MathMLMath')).toHaveLength(3)
    expect(roles.filter((role) => /image|img|svg|graphics/i.test(role))).toEqual([])
  })

  it('is well-formed XML, so that it can be kept as a file', async () => {
    const wrong = await tab.evaluate(
      (sources) =>
        sources.filter((source) =>
          new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror'),
        ),
      [wide, inline, typeset('\\textcolor{<"&}{x} \\text{"语<"} \\boxed{y}')].flatMap((each) => [
        each.svg,
        each.mathml,
      ]),
    )
    expect(wrong).toEqual([])
  })
})
