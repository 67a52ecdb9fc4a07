import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemBundle } from '../../../../src/display/item-bundle.js'
import { bugHunt, bugLab } from '../../../../src/exercises/index.js'
import { serverAndBrowser } from '../../../support/server-and-browser.js'

const surroundings = { libraryFor: () => undefined, hasPassed: () => false, records: () => [] }
const items = {
  hunt: bugHunt('06-h1'),
  lab: bugLab(1, { predict: 'rises', answer: 'no-2' }),
  score: bugLab({ summary: true }),
}

/** A notebook whose cells have shown these. */
const notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } },
  cells: Object.entries(items).map(([id, item]) => ({
    cell_type: 'code',
    id,
    metadata: {},
    source: '',
    execution_count: 1,
    outputs: [{ output_type: 'display_data', data: itemBundle(item, surroundings), metadata: {} }],
  })),
}

describe('a bug hunt and the Bug Lab on the page', () => {
  const both = serverAndBrowser()

  it('have live charts in their box, and no still picture that asks for another run', async () => {
    const { server, browser } = both
    await writeFile(join(server.root, 'lab.ipynb'), JSON.stringify(notebook))
    const page = await browser.newPage({ viewport: { width: 1280, height: 6000 } })
    await page.goto(`${server.url}notebooks/lab.ipynb?token=${server.token}`)
    const cell = (id: keyof typeof items) =>
      page.locator('.jp-Notebook .jp-CodeCell').nth(Object.keys(items).indexOf(id))
    for (const [id, charts] of [
      ['hunt', 1],
      ['lab', 2],
      ['score', 1],
    ] as const) {
      const figures = cell(id).locator('.backprop-stack figure.chart')
      await figures.locator('.main-svg').first().waitFor({ state: 'attached' })
      await expect.poll(() => figures.count()).toBe(charts)
    }
    await cell('lab').locator('.backprop-verdict [role="status"]').waitFor()
    await cell('hunt').getByText('Which line is wrong, and why?').waitFor()
    await expect.poll(() => page.getByText('This is a still picture').count()).toBe(0)
  })
})
