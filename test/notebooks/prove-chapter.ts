import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { type DrawnChart, drawCharts } from './draw-charts.js'
import { bundlesOf, chartsOf, type RunCell, runChapterTwice, textsOf } from './run-chapter.js'

/** What a chapter promises: it runs, it runs again, and every chart can be seen. */
export function proveChapter(name: string): void {
  describe(`${name}, on a tslab kernel`, () => {
    let cells: RunCell[]
    let browser: Browser
    let drawn: readonly DrawnChart[]
    let complaints: readonly string[]

    beforeAll(async () => {
      cells = await runChapterTwice(name)
      browser = await openBrowser()
      const result = await drawCharts(
        browser,
        cells.flatMap(({ first }) => chartsOf(first)),
      )
      drawn = result.drawn
      complaints = result.complaints
    }, 180_000)

    afterAll(() => browser?.close())

    it('runs from top to bottom', () => {
      const failed = cells.filter(({ status }) => status !== 'ok')
      expect(failed.map(({ id, status, first }) => ({ id, status, said: textsOf(first) }))).toEqual([])
      expect(cells.length).toBeGreaterThan(8)
    })

    it('says the same when a cell is run twice in a row', () => {
      for (const { id, first, second } of cells) expect(second, `cell ${id}`).toEqual(first)
    })

    it('prints no warning, and no value that is not a number or undefined', () => {
      for (const { id, first } of cells) {
        expect(
          first.filter((output) => output.output_type === 'stream' && output.name === 'stderr'),
          id,
        ).toEqual([])
        for (const text of textsOf(first))
          expect(text, `cell ${id}`).not.toMatch(/\bNaN\b|\bundefined\b|not a number/)
      }
    })

    it('has at least six charts, each with a title of its own and a summary', () => {
      const charts = cells.flatMap(({ first }) => chartsOf(first))
      expect(charts.length).toBeGreaterThanOrEqual(6)
      const titles = charts.map(({ layout }) => layout.title.text)
      expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
      for (const { layout } of charts)
        expect(layout.meta.summary.length, layout.title.text).toBeGreaterThan(25)
    })

    it('sends every output in a form for each client, and Plotly once', () => {
      for (const bundle of cells.flatMap(({ first }) => bundlesOf(first))) {
        expect(String(bundle['text/plain']).trim()).not.toBe('')
      }
      const carriers = cells.flatMap(({ first }) =>
        first.filter(
          (output) =>
            output.output_type === 'display_data' &&
            String(output.data['text/html'] ?? '').length > 1_000_000,
        ),
      )
      expect(carriers.length).toBe(1)
    })

    it('every chart is drawn by Plotly in a browser, with a clean console', () => {
      expect(drawn.length).toBeGreaterThanOrEqual(6)
      expect(drawn.filter(({ marks }) => marks === 0)).toEqual([])
      expect(complaints).toEqual([])
    })
  })
}
