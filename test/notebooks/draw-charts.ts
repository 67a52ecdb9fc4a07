import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { SentChart } from './run-chapter.js'

const plotlyFile = join(import.meta.dirname, '..', '..', 'dist', 'assets', 'plotly.min.js')

/** What a browser made of one chart. */
export interface DrawnChart {
  readonly title: string
  /** Marks that are really on the page: points, lines, bars, cells, contours, surfaces. */
  readonly marks: number
}

/** Draws charts with real Plotly, one after the other, and collects what the console complains of. */
export async function drawCharts(
  browser: Browser,
  charts: readonly SentChart[],
): Promise<{ drawn: DrawnChart[]; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } })
  const complaints: string[] = []
  page.on('console', (message) => {
    // The software renderer of a headless browser says that it is slow; that is not about the chart.
    const slow = /GPU stall|GL Driver Message|software WebGL|willReadFrequently/.test(message.text())
    // Plotly warns by console.trace.
    const warned = message.text().startsWith('WARN')
    if ((['error', 'warning'].includes(message.type()) || warned) && !slow) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.setContent('<!doctype html><title>charts</title><div id="chart" style="width:860px"></div>')
    await page.addScriptTag({ path: plotlyFile })
    const drawn: DrawnChart[] = []
    for (const chart of charts) {
      const marks = await page.evaluate(async (json: string) => {
        const figure = JSON.parse(json) as { data: unknown; layout: unknown; config: unknown }
        const { Plotly } = window as unknown as {
          Plotly: { newPlot(...args: unknown[]): Promise<unknown>; purge(element: Element): void }
        }
        const element = document.querySelector('#chart')
        if (element === null) return 0
        await Plotly.newPlot(element, figure.data, figure.layout, figure.config)
        const flat = element.querySelectorAll(
          '.scatterlayer path.js-line, .scatterlayer .point, .barlayer path, .contourlayer path, .heatmaplayer image, .shapelayer path, .annotation',
        )
        const sized = [...flat].filter((mark) => {
          const box = mark.getBoundingClientRect()
          return box.width > 0.5 || box.height > 0.5
        })
        // A scene keeps what it has drawn in WebGL beside its canvas.
        const { _fullLayout } = element as unknown as {
          _fullLayout: Record<string, { _scene?: { traces: Record<string, unknown> } } | undefined>
        }
        const solid = Object.entries(_fullLayout)
          .filter(([key]) => /^scene\d*$/.test(key))
          .reduce((sum, [, scene]) => sum + Object.keys(scene?._scene?.traces ?? {}).length, 0)
        Plotly.purge(element)
        return sized.length + solid
      }, JSON.stringify(chart))
      drawn.push({ title: chart.layout.title.text, marks })
    }
    return { drawn, complaints }
  } finally {
    await page.close()
  }
}
