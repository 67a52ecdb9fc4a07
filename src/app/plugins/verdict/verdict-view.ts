import { verdictBundle } from '../../../display/verdict-bundle.js'
import type { EvidenceChart, Verdict } from '../../../exercises/index.js'
import { ChartView } from '../charts/chart-view.js'

/** A verdict in an element. */
export interface VerdictView {
  /** What it says, without marks, for a screen reader. */
  readonly spoken: string
  /** Begins to draw its charts. @param cell the id of the cell that it is in */
  attach(cell: string | undefined): void
  dispose(): void
}

/**
 * Writes a verdict into the element, its charts as live ones.
 *
 * @param data untrusted
 * @returns undefined if it is no verdict; the element is as it was then
 */
export function verdictView(node: HTMLElement, data: unknown): VerdictView | undefined {
  if (!isVerdict(data)) return undefined
  const figures: EvidenceChart['figure'][] = []
  let bundle: Readonly<Record<string, unknown>>
  try {
    bundle = verdictBundle(data, (figure) => {
      figures.push(figure)
      return '<div class="backprop-chart"></div>'
    })
  } catch {
    // Its evidence is of another form than a verdict's.
    return undefined
  }
  node.innerHTML = String(bundle['text/html'])
  const charts = [...node.querySelectorAll<HTMLElement>('.backprop-chart')].flatMap((place, i) => {
    const { data = [], layout, config } = figures[i] ?? {}
    return [new ChartView(place, { 'application/vnd.plotly.v1+json': { data, layout, config } })]
  })
  return {
    spoken: node.querySelector('[role="status"]')?.textContent?.trim() ?? '',
    attach: (cell) => {
      for (const [i, chart] of charts.entries())
        chart.attach(cell === undefined ? undefined : `${cell} verdict ${i}`)
    },
    dispose: () => {
      for (const chart of charts) chart.dispose()
    },
  }
}

function isVerdict(data: unknown): data is Verdict {
  if (typeof data !== 'object' || data === null) return false
  const verdict: Partial<Record<keyof Verdict, unknown>> = data
  return (
    ['pass', 'fail', 'open', 'error'].includes(String(verdict.status)) &&
    [verdict.exercise, verdict.title, verdict.message].every((text) => typeof text === 'string') &&
    Array.isArray(verdict.evidence)
  )
}
