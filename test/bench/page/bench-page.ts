import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../../support/browser.js'
import { timeCell } from './cells.js'
import { longNotebook } from './long-notebook.js'
import { median } from './median.js'
import { type Running, startClassic, startOurs, withToken } from './servers.js'
import { coldAndWarm, newContext, type Subject, type Visit, visit } from './visit.js'

const chapter = 'work/01-contours-and-gradient.ipynb'

export interface BenchOptions {
  /** The folder of our package.json. */
  readonly root: string
  readonly visits: number
  readonly print: (line: string) => void
}

/** Measures the built page, and the classic Notebook beside it, visit by visit in turn. */
export async function benchPage({ root, visits, print }: BenchOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'backprop-bench-'))
  const shown = join(folder, 'shown')
  const running: Running[] = []
  let browser: Browser | undefined
  try {
    const server = await startOurs(root, shown, join(folder, 'data'))
    running.push(server)
    await fetch(`${server.url}backprop/api/course/01-contours-and-gradient/open`, {
      method: 'POST',
      headers: { authorization: 'token bench' },
    })
    await writeFile(join(shown, 'long.ipynb'), longNotebook())
    await writeFile(join(shown, 'work', 'one.ipynb'), small)
    const classic = await startClassic(shown, join(folder, 'classic'))
    if (classic !== undefined) running.push(classic)
    browser = await openBrowser()
    const subjects = [
      ours(server.url, chapter),
      ...(classic === undefined ? [] : [classicOf(classic.url, chapter)]),
    ]
    await visitsOf(browser, subjects, visits, print)
    await cellsOf(browser, server.url, visits, print)
    await longOf(browser, server.url, print)
  } finally {
    await browser?.close()
    for (const each of running) each.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function visitsOf(
  browser: Browser,
  subjects: Subject[],
  visits: number,
  print: (line: string) => void,
) {
  const measured = new Map<Subject, { cold: Visit; warm: Visit }[]>(subjects.map((subject) => [subject, []]))
  for (let time = 0; time < visits; time += 1)
    for (const [subject, list] of measured) list.push(await coldAndWarm(browser, subject))
  print('                      readable cold  warm   editable cold  warm   KB cold')
  for (const [{ name }, list] of measured) {
    const of = (pick: (each: { cold: Visit; warm: Visit }) => number) =>
      String(Math.round(median(list.map(pick)))).padStart(7)
    print(
      `${name.padEnd(22)}${of(({ cold }) => cold.readable)}     ${of(({ warm }) => warm.readable)}     ${of(({ cold }) => cold.editable)}     ${of(({ warm }) => warm.editable)}   ${of(({ cold }) => cold.kilobytes)}`,
    )
  }
}

async function cellsOf(browser: Browser, url: string, times: number, print: (line: string) => void) {
  const context = await newContext(browser)
  const page = await context.newPage()
  await page.goto(withToken(`${url}notebooks/work/one.ipynb`))
  await page
    .locator('.jp-Notebook-ExecutionIndicator[data-status=idle]')
    .waitFor({ state: 'attached', timeout: 60_000 })
  await timeCell(page, 'import', 'pre', 2)
  const one = await timeCell(page, '1 + 1', 'pre', times + 1)
  const chart = await timeCell(page, 'contour(', '.main-svg', times + 1)
  await context.close()
  print(
    `1 + 1: ${Math.round(one.total)} ms to the result, ${Math.round(one.overhead)} ms over what the kernel took`,
  )
  print(
    `a contour chart: ${Math.round(chart.total)} ms to the drawing, ${Math.round(chart.overhead)} ms over what the kernel took`,
  )
}

async function longOf(browser: Browser, url: string, print: (line: string) => void) {
  const context = await newContext(browser)
  const { editable } = await visit(context, ours(url, 'long.ipynb'))
  const page = await context.newPage()
  await page.goto(withToken(`${url}notebooks/long.ipynb`))
  await page.locator('#bp-first-view').waitFor({ state: 'detached', timeout: 60_000 })
  const frames = await page.evaluate(async () => {
    const outer = document.querySelector('.jp-Notebook .jp-WindowedPanel-outer')
    const times: number[] = []
    let last = performance.now()
    for (let frame = 0; frame < 120; frame += 1) {
      if (outer !== null) outer.scrollTop += 300
      await new Promise((resolve) => requestAnimationFrame(resolve))
      times.push(performance.now() - last)
      last = performance.now()
    }
    return times
  })
  await context.close()
  const sorted = [...frames].sort((a, b) => a - b)
  print(
    `500 cells, 100 charts: editable after ${Math.round(editable)} ms; scrolling, a frame takes ${Math.round(median(frames))} ms, the slowest of twenty ${Math.round(sorted[114] ?? 0)} ms`,
  )
}

function ours(url: string, path: string): Subject {
  return {
    name: 'Backprop Notebooks',
    url: withToken(`${url}notebooks/${path}`),
    readable: '.jp-RenderedMarkdown h1, .jp-RenderedMarkdown h2',
    editable: '.jp-CodeCell .cm-content[contenteditable=true]',
    cover: '#bp-first-view',
  }
}

function classicOf(url: string, path: string): Subject {
  return {
    name: 'classic Notebook 6',
    url: withToken(`${url}notebooks/${path}`),
    readable: '.text_cell_render h1',
    editable: '.code_cell .CodeMirror-code',
  }
}

/** Cells to time, in a notebook of their own. */
const small = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: [
    "import { contour, quadratic, show } from '../src'\nconsole.log('ready')",
    '1 + 1',
    "show(contour(quadratic([[2, 0], [0, 4]]), { x: [-3, 5], y: [-4, 2], title: 'A bowl' }))",
  ].map((source, index) => ({
    cell_type: 'code',
    id: `c${index}`,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  })),
})
