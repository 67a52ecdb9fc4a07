import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { goldenFolder } from '../support/golden.js'

const names = readdirSync(goldenFolder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))

let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 900, height: 800 } })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Plotly warns by console.trace.
    if (message.type() === 'error' || message.text().startsWith('WARN')) complaints.push(message.text())
  })
  await page.setContent('<!doctype html><body style="margin:0"></body>')
  await page.addScriptTag({
    path: join(import.meta.dirname, '..', '..', 'node_modules', 'plotly.js-dist', 'plotly.js'),
  })
})

afterAll(async () => {
  await browser?.close()
})

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Draws the figure and measures what may not be cut and may not overlap. */
async function draw(figure: string, width: number) {
  const script = `(async () => {
    const { data, layout, config } = ${figure}
    const chart = document.createElement('div')
    chart.style.width = '${width}px'
    document.body.replaceChildren(chart)
    await Plotly.newPlot(chart, data, layout, { ...config, displayModeBar: false })
    const box = (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { left, right, top, bottom }
    }
    const all = (selector) => [...chart.querySelectorAll(selector)].map(box).filter((b) => b.right > b.left)
    const result = {
      width: chart.clientWidth,
      height: chart.clientHeight,
      drawn: chart.querySelectorAll('.trace path, .hm image, canvas').length,
      frame: all('.bglayer rect, .nsewdrag'),
      legend: all('.legend'),
      texts: all('.gtitle, .xtitle, .ytitle, .legendtext, .xtick text, .ytick text, .annotation-text'),
      labels: all('.annotation-text'),
    }
    Plotly.purge(chart)
    return result
  })()`
  // The shape is the one that the script above returns.
  return (await page.evaluate(script)) as {
    width: number
    height: number
    drawn: number
    frame: Box[]
    legend: Box[]
    texts: Box[]
    labels: Box[]
  }
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 0 && down > 0 ? Math.min(across, down) : 0
}

describe('every golden figure, drawn by Plotly', () => {
  it.each(names.flatMap((name) => [800, 400].map((width) => [name, width] as const)))(
    '%s at %i pixels: no complaint, nothing empty, cut or covered',
    async (name, width) => {
      complaints.length = 0
      const seen = await draw(readFileSync(join(goldenFolder, `${name}.json`), 'utf8'), width)
      expect(complaints).toEqual([])
      expect(seen.drawn).toBeGreaterThan(0)
      expect(seen.width).toBe(width)
      expect(seen.texts.length).toBeGreaterThan(0)
      for (const { left, right, top, bottom } of seen.texts) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1)
        expect(right).toBeLessThanOrEqual(seen.width + 1)
        expect(bottom).toBeLessThanOrEqual(seen.height + 1)
      }
      for (const legend of seen.legend)
        for (const frame of seen.frame) expect(overlap(legend, frame), 'legend over the data').toBeLessThan(1)
      seen.labels.forEach((label, k) => {
        for (const other of seen.labels.slice(0, k))
          expect(overlap(label, other), 'labels over one another').toBeLessThan(4)
      })
    },
  )
})
