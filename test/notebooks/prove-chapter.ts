import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { chapter } from './chapters.js'
import { type DrawnChart, drawCharts } from './draw-charts.js'
import {
  type AnsweredCell,
  bundlesOf,
  chartsOf,
  type RunCell,
  runChapter,
  textsOf,
  verdictsOf,
} from './run-chapter.js'

/** The exercises and hunts that a chapter's cells check, in their order. */
function exercisesOf(name: string): string[] {
  return chapter(name).cells.flatMap(({ id }) => {
    const [, kind, number] = /^(exercise|hunt)-(\d+)-answer$/.exec(id) ?? []
    return kind === undefined ? [] : [`${name.slice(0, 2)}-${kind === 'hunt' ? 'h' : ''}${number}`]
  })
}

/** What a chapter promises: it runs, it runs again, and every chart can be seen. */
export function proveChapter(name: string): void {
  const asked = exercisesOf(name)

  describe(`${name}, on a tslab kernel`, () => {
    let cells: readonly RunCell[]
    let answered: readonly AnsweredCell[]
    let browser: Browser
    let drawn: readonly DrawnChart[]
    let complaints: readonly string[]

    beforeAll(async () => {
      const run = await runChapter(name)
      cells = run.cells
      answered = run.answered
      browser = await openBrowser()
      const result = await drawCharts(
        browser,
        cells.flatMap(({ first }) => chartsOf(first)),
      )
      drawn = result.drawn
      complaints = result.complaints
    })

    afterAll(() => browser?.close())

    it('runs from top to bottom', () => {
      const failed = cells.filter(({ status }) => status !== 'ok')
      expect(failed.map(({ id, status, first }) => ({ id, status, said: textsOf(first) }))).toEqual([])
      expect(cells.length).toBeGreaterThan(8)
    })

    it('runs to its end with solutions and with wrong answers everywhere, and each check says so', () => {
      // A kernel that ended in the first run fails here too: what it said there says why.
      const failed = [
        ...cells.map(({ id, status, first }) => ({ id, status, said: textsOf(first) })),
        ...answered.map(({ id, status, solved, wrong }) => ({
          id,
          status,
          said: textsOf([...solved, ...wrong]),
        })),
      ].filter(({ status }) => status !== 'ok')
      expect(failed).toEqual([])
      const verdicts = (outputs: 'solved' | 'wrong') => answered.flatMap((cell) => verdictsOf(cell[outputs]))
      expect(verdicts('solved').map(({ exercise, status }) => [exercise, status])).toEqual(
        asked.map((id) => [id, 'pass']),
      )
      expect(verdicts('wrong').map(({ exercise }) => exercise)).toEqual(asked)
      expect(verdicts('wrong').filter(({ status }) => status !== 'fail' && status !== 'error')).toEqual([])
    })

    it('leaves every check open as it is committed', () => {
      const verdicts = cells.flatMap(({ first }) => verdictsOf(first))
      expect(verdicts.map(({ exercise, status }) => [exercise, status])).toEqual(
        asked.map((id) => [id, 'open']),
      )
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
