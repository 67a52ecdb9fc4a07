import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { KernelManager } from '../../src/server/kernels/kernel-manager.js'
import { openBrowser } from '../support/browser.js'
import { saveOnlyWhenAsked } from '../support/notebook-page.js'
import { patience } from '../support/patience.js'
import { startTestServer, type TestServer } from '../support/test-server.js'

const chapter = '01-contours-and-gradient'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: TestServer
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  server = await startTestServer({ prewarm: false })
  await saveOnlyWhenAsked(server)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const at = (...path: string[]) => join(server.root, 'work', ...path)

/** Opens a notebook of the learner's folder in a page, and waits until its kernel is idle. */
async function open(name: string, where: BrowserContext = context): Promise<Page> {
  const page = await where.newPage()
  await page.goto(`${server.url}notebooks/work/${name}.ipynb?token=${server.token}`)
  await page.waitForSelector('.jp-Notebook .jp-CodeCell')
  await kernelIsReady(page, name)
  return page
}

/** Waits until the notebook has a kernel that is idle, on the server and on the page. */
async function kernelIsReady(page: Page, name: string): Promise<void> {
  const stateOf = async () => {
    const sessions: { path: string; kernel: { execution_state: string } }[] = await (
      await server.ask('api/sessions')
    ).json()
    return sessions.find(({ path }) => path === `work/${name}.ipynb`)?.kernel.execution_state
  }
  await vi.waitFor(async () => expect(await stateOf()).toBe('idle'), { timeout: patience, interval: 100 })
  // A narrow toolbar folds it away, so it is enough that it is there.
  await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { state: 'attached' })
}

/** Chooses a command of a menu. What starts late adds to the menus, which closes one that is open: it is opened again. */
async function choose(page: Page, menu: string, command: string): Promise<void> {
  const item = page.locator('.lm-Menu').getByText(command)
  const isChosen = async () => {
    if (!(await item.isVisible())) await page.getByRole('menuitem', { name: menu }).click()
    return item.click({ timeout: 2_000 }).then(
      () => true,
      () => false,
    )
  }
  await expect.poll(isChosen).toBe(true)
}

/** Waits until the file of a notebook holds a text. */
const saved = (name: string, text: string) =>
  expect.poll(() => readFileSync(at(`${name}.ipynb`), 'utf8')).toContain(text)

/** Writes a notebook whose cells of code are these. */
function notebook(name: string, ...code: readonly string[]): void {
  const cells = code.map((source, i) => ({
    cell_type: 'code',
    id: `cell-${i}`,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  }))
  const kernelspec = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' }
  mkdirSync(at(), { recursive: true })
  writeFileSync(
    at(`${name}.ipynb`),
    JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells }),
  )
}

const codeCell = (page: Page, index: number) => page.locator('.jp-Notebook .jp-CodeCell').nth(index)

/** Puts text in the place of a cell's code. */
async function write(page: Page, index: number, text: string): Promise<void> {
  await codeCell(page, index).locator('.cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

async function run(page: Page, index: number): Promise<void> {
  await codeCell(page, index).locator('.cm-content').click()
  await page.keyboard.press('Control+Enter')
}

const notice = (page: Page, id: string) => page.locator(`.backprop-notice[data-id="${id}"]`)
const save = (page: Page) => page.keyboard.press('Control+s')

/** What axe finds of weight in a part of the page. */
async function violations(page: Page, part: string): Promise<string[]> {
  // Evaluated, since the page's policy lets no other script in.
  await page.evaluate(axe)
  return page.evaluate(async (selector) => {
    // The script above has set it.
    const { axe } = window as unknown as {
      axe: {
        run(
          part: string,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(selector)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, part)
}

describe('the course beside the notebook', () => {
  let page: Page

  beforeAll(async () => {
    page = await open(chapter)
  })

  afterAll(() => page?.close())

  it('lists the chapters, says which is open, and what that holds', async () => {
    const links = page.locator('.backprop-course .chapter')
    await links.nth(7).waitFor()
    expect(await links.count()).toBe(8)
    await expect
      .poll(() => page.locator('.backprop-course .chapter[aria-current="page"]').textContent())
      .toMatch(/^1Contours and the gradient30 minutes/)
    const sections = page.locator('.backprop-course .contents button')
    await expect.poll(() => sections.first().textContent()).toBe('A cost seen from above')
  })

  it('leads to a section of the chapter', async () => {
    await page.locator('.backprop-course .contents button', { hasText: 'Is my gradient right?' }).click()
    const heading = page.locator('.jp-Notebook h2', { hasText: 'Is my gradient right?' })
    await heading.waitFor()
    await page.waitForFunction(() => {
      const found = [...document.querySelectorAll('.jp-Notebook h2')].find((each) =>
        each.textContent?.includes('Is my gradient right?'),
      )
      const { top = -1 } = found?.getBoundingClientRect() ?? {}
      return top > 0 && top < innerHeight
    })
  })

  it('is opened and closed by keyboard, and tells so', async () => {
    const toggle = page.getByRole('button', { name: 'Course', exact: true })
    const isOpen = () => page.locator('.backprop-course').isVisible()
    await page.waitForFunction(
      () => document.querySelector('.backprop-course-toggle [aria-expanded="true"]') !== null,
    )
    await page.keyboard.press('Control+Shift+l')
    await page.waitForFunction(
      () => document.querySelector('.backprop-course-toggle [aria-expanded="false"]') !== null,
    )
    await expect.poll(isOpen).toBe(false)
    await toggle.press('Enter')
    await expect.poll(isOpen).toBe(true)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-current')))
      .toBe('page')
  })

  it('resets a chapter, keeps the old copy beside it and says where', async () => {
    await write(page, 0, '// my own words')
    await page.locator('.backprop-course').getByRole('button', { name: 'Reset chapter' }).click()
    await page.locator('.jp-Dialog').getByRole('button', { name: 'Reset chapter', exact: true }).click()
    const said = await notice(page, 'course').locator('.text').textContent()
    const kept = /work\/(\S+-before-reset-\d{4}-\d\d-\d\d\.ipynb)/.exec(said ?? '')?.[1] ?? 'nothing'
    expect(readFileSync(at(kept), 'utf8')).toContain('my own words')
    await page.waitForFunction(
      () => !document.querySelector('.jp-Notebook')?.textContent?.includes('my own words'),
    )
    expect(readFileSync(at(`${chapter}.ipynb`), 'utf8')).not.toContain('my own words')
  })

  it('has nothing that axe finds wrong', async () => {
    expect(await violations(page, '.backprop-course')).toEqual([])
    expect(await violations(page, '.backprop-notices')).toEqual([])
    expect(await violations(page, '.backprop-course-toggle')).toEqual([])
  })

  it('saves, goes to the next chapter in this window, making its copy, and back', async () => {
    await write(page, 0, '// kept on the way')
    await page.getByRole('link', { name: 'Next chapter' }).click()
    await page.waitForURL(/02-descent-and-learning-rate/)
    await page.waitForSelector('.backprop-course .chapter[aria-current="page"] .title:text("Descent")')
    expect(readFileSync(at(`${chapter}.ipynb`), 'utf8')).toContain('// kept on the way')
    expect(readdirSync(at())).toContain('02-descent-and-learning-rate.ipynb')
    await page.getByRole('link', { name: 'Previous chapter' }).click()
    await page.waitForURL(new RegExp(chapter))
  })

  it('follows the link at a chapter’s end in this window, also to a chapter that is not there yet', async () => {
    rmSync(at('02-descent-and-learning-rate.ipynb'))
    const other = await open(chapter)
    await other.locator('.backprop-course .contents button').last().click()
    await other.locator('.jp-Notebook a', { hasText: 'Descent' }).last().click()
    await other.waitForURL(/02-descent-and-learning-rate/)
    await other.locator('.jp-Notebook h1', { hasText: 'Descent' }).waitFor()
    expect(readdirSync(at())).toContain('02-descent-and-learning-rate.ipynb')
    await other.close()
  })

  it('offers a chapter that is newer than the copy, and puts it beside that', async () => {
    const record = () => JSON.parse(readFileSync(at('.backprop', 'copies.json'), 'utf8'))
    // What the page before has its chapter noted with is there, and what it asks besides may still come.
    await expect.poll(() => record().last).toBe('02-descent-and-learning-rate')
    await expect
      .poll(async () => {
        const known = record()
        known.copies[chapter].origin = 'what the course had before'
        writeFileSync(at('.backprop', 'copies.json'), JSON.stringify(known))
        await delay(300)
        const { chapters } = await (await server.ask('backprop/api/course')).json()
        return chapters[0].copy
      })
      .toBe('outdated')
    const other = await open(chapter)
    await other.getByRole('button', { name: 'Look at the choices' }).click()
    await other.getByRole('button', { name: 'Put it beside mine' }).click()
    const said = await notice(other, 'course').locator('.text').textContent()
    const added = /work\/(\S+-new-\d{4}-\d\d-\d\d\.ipynb)/.exec(said ?? '')?.[1] ?? 'nothing'
    expect(readFileSync(at(added), 'utf8')).toContain('Contours and the gradient')
    expect(readFileSync(at(`${chapter}.ipynb`), 'utf8')).toContain('// kept on the way')
    await other.getByRole('button', { name: 'Look at the choices' }).waitFor({ state: 'detached' })
    await other.close()
  })

  it('lies over a narrow page only when asked, and is never wider than it', async () => {
    const narrow = await browser.newContext({ viewport: { width: 400, height: 800 } })
    const small = await open(chapter, narrow)
    await small.locator('.backprop-course').waitFor({ state: 'hidden' })
    await small.getByRole('button', { name: 'Course', exact: true }).click()
    await small.locator('.backprop-course .chapter').first().waitFor()
    const width = async () => (await small.locator('.backprop-course').boundingBox())?.width
    await expect.poll(width).toBeGreaterThan(350)
    await expect
      .poll(() => small.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(400)
    await narrow.close()
  })
})

describe('the page', () => {
  it('has the course’s name and tells in the Help menu how it works', async () => {
    const page = await open(chapter)
    expect(await page.locator('#backprop-brand').textContent()).toContain('Backprop Notebooks')
    await choose(page, 'Help', 'How This Course Works')
    const dialog = page.locator('.jp-Dialog')
    await dialog.getByText('Everything stays on this machine.').waitFor()
    expect(await violations(page, '.backprop-about')).toEqual([])
    expect(await violations(page, '#backprop-brand')).toEqual([])
    await page.close()
  })

  it('takes the course away when the window becomes too narrow for both', async () => {
    const page = await open(chapter)
    await page.locator('.backprop-course').waitFor()
    await page.setViewportSize({ width: 400, height: 800 })
    await page.locator('.backprop-course').waitFor({ state: 'hidden' })
    await page.close()
  })
})

describe('a chart', () => {
  const code = [
    "import { curve, show } from '../src'",
    "const line = { x: [0, 1, 2, 3], y: [0, 1, 4, 9], name: 'squares' }",
    "show(curve(line, { x: { title: 'x' }, y: { title: 'y' }, title: 'Four squares' }))",
  ].join('\n')
  let page: Page
  const plot = () => codeCell(page, 0).locator('.plot.js-plotly-plot')
  const drawn = () => codeCell(page, 0).locator('figure.chart[data-state=drawn]').waitFor()
  const reset = () => codeCell(page, 0).getByRole('button', { name: 'Reset view' })
  const range = () =>
    plot().evaluate(
      (element) => (element as unknown as { layout: { xaxis: { range: number[] } } }).layout.xaxis.range,
    )

  beforeAll(async () => {
    notebook('charts', code)
    page = await open('charts')
    await run(page, 0)
    await drawn()
  })

  afterAll(() => page?.close())

  /** Drags over a part of the chart, and gives the range that it shows then. */
  async function zoom(): Promise<number[]> {
    await plot().scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await plot().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.move(x + width * 0.4, y + height * 0.3)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.7, y + height * 0.6, { steps: 5 })
    await page.mouse.up()
    await reset().waitFor()
    return range()
  }

  /** Runs the cell, and waits until a new chart is drawn in the place of the one that is there. */
  async function drawAnew(): Promise<void> {
    await codeCell(page, 0)
      .locator('figure.chart')
      .evaluate((element) => element.setAttribute('data-before', ''))
    await run(page, 0)
    await codeCell(page, 0).locator('figure.chart[data-state=drawn]:not([data-before])').waitFor()
  }

  it('is drawn live, in the place of its HTML form, with its summary as its name', async () => {
    expect(await page.locator('[data-backprop-chart]').count()).toBe(0)
    expect(await plot().getAttribute('role')).toBe('img')
    expect(await plot().getAttribute('aria-label')).toContain('squares')
    expect(await codeCell(page, 0).locator('figcaption').textContent()).toBe('Four squares')
  })

  it('takes the colours of the theme at once', async () => {
    const text = () =>
      plot()
        .locator('.xtick text')
        .first()
        .evaluate((element) => getComputedStyle(element).fill)
    const light = await text()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(text).not.toBe(light)
    expect(await page.evaluate(() => document.body.dataset['jpThemeLight'])).toBe('false')
    expect(await violations(page, '.backprop-chart')).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(text).toBe(light)
    expect(await page.evaluate(() => document.body.dataset['jpThemeLight'])).toBe('true')
    expect(await violations(page, '.backprop-chart')).toEqual([])
  })

  it('shows its numbers as a table', async () => {
    await codeCell(page, 0).getByText('Show the numbers').click()
    const cells = codeCell(page, 0).locator('.numbers-table tbody td')
    await expect.poll(() => cells.allTextContents()).toEqual(['0', '0', '1', '1', '2', '4', '3', '9'])
  })

  it('is saved as PNG and SVG under the name of its title', async () => {
    for (const format of ['png', 'svg']) {
      const downloading = page.waitForEvent('download')
      await codeCell(page, 0)
        .getByRole('button', { name: `Save this chart as ${format.toUpperCase()}` })
        .click()
      const download = await downloading
      expect(download.suggestedFilename()).toBe(`four-squares.${format}`)
      const bytes = readFileSync(await download.path())
      expect(bytes.length).toBeGreaterThan(1000)
      if (format === 'svg') expect(bytes.toString()).toContain('Four squares')
      else expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    }
  })

  it('keeps its zoom when the cell runs again, and gives it up on request', async () => {
    const whole = await range()
    const zoomed = await zoom()
    expect(zoomed).not.toEqual(whole)
    await drawAnew()
    expect(await range()).toEqual(zoomed)
    await reset().click()
    await reset().waitFor({ state: 'hidden' })
    await expect.poll(range).toEqual(whole)
  })

  it('forgets its zoom when the axes are others', async () => {
    const whole = await range()
    expect(await zoom()).not.toEqual(whole)
    await write(page, 0, code.replace("title: 'x'", "title: 'steps'"))
    await drawAnew()
    await reset().waitFor({ state: 'hidden' })
    expect(await range()).toEqual(whole)
  })

  it('stands beside another one in a row', async () => {
    await write(page, 0, `${code.replace('show(', 'const one = (')}\nshow(one, one, 'and *words*')`)
    await run(page, 0)
    await codeCell(page, 0).locator('.backprop-row figure.chart[data-state=drawn]').nth(1).waitFor()
    // Measured in one moment, since what is above them may still move.
    const [left, right, ...more] = await codeCell(page, 0)
      .locator('.backprop-row .backprop-chart')
      .evaluateAll((charts) => charts.map((chart) => chart.getBoundingClientRect().top))
    expect([left, more]).toEqual([right, []])
    expect(await codeCell(page, 0).locator('.backprop-row em').textContent()).toBe('words')
  })
})

describe('what happens to a notebook is said above its cells', () => {
  let page: Page

  beforeAll(async () => {
    notebook('events', "console.log('here')", 'process.kill(process.pid, "SIGKILL")')
    page = await open('events')
  })

  afterAll(() => page?.close())

  const output = () => codeCell(page, 0).locator('.jp-OutputArea-output')

  it('a cell’s time stands under its code, also after a reload', async () => {
    await run(page, 0)
    const time = codeCell(page, 0).locator('.backprop-timing')
    await time.filter({ hasText: /^Ran in \d+\.\d+ s at \d\d:\d\d$/ }).waitFor()
    const told = await time.textContent()
    await save(page)
    await saved('events', 'execute_reply')
    await page.reload()
    await page.waitForSelector('.jp-Notebook .jp-CodeCell')
    await codeCell(page, 0)
      .locator('.backprop-timing')
      .filter({ hasText: told ?? 'nothing' })
      .waitFor()
    await kernelIsReady(page, 'events')
  })

  it('a kernel that died: why, and that it was started again', async () => {
    await run(page, 1)
    const line = notice(page, 'kernel')
    await line.filter({ hasText: /SIGKILL.* It was started again: variables are gone/ }).waitFor()
    expect(await page.locator('.jp-Dialog').count()).toBe(0)
    expect(await violations(page, '.backprop-notices')).toEqual([])
    await kernelIsReady(page, 'events')
    await run(page, 0)
    await line.waitFor({ state: 'detached' })
  })

  it('a kernel that is dead: with a button that brings another', async () => {
    const sessions: { path: string; kernel: { id: string } }[] = await (
      await server.ask('api/sessions')
    ).json()
    const { kernel } = sessions.find(({ path }) => path === 'work/events.ipynb') ?? {}
    await server.ask(`api/kernels/${kernel?.id}`, { method: 'DELETE' })
    const line = notice(page, 'kernel')
    await line.filter({ hasText: 'The kernel has died. The kernel was shut down.' }).waitFor()
    await line.getByRole('button', { name: 'Restart the kernel' }).click()
    await kernelIsReady(page, 'events')
    await write(page, 0, "console.log('again')")
    await run(page, 0)
    await output().filter({ hasText: 'again' }).waitFor()
    expect(await page.locator('.jp-Dialog').count()).toBe(0)
  })

  it('outputs are stripped on request', async () => {
    await choose(page, 'Edit', 'Strip Outputs, Counts and Times')
    await notice(page, 'stripped').waitFor()
    await expect.poll(() => output().count()).toBe(0)
    await expect.poll(() => codeCell(page, 0).locator('.backprop-timing').textContent()).toBe('')
  })

  it('a save that fails: why, with a button to try again', async () => {
    const full = { status: 507, json: { message: 'The disk is full.', reason: null } }
    await page.route('**/api/contents/**', (route) =>
      route.request().method() === 'PUT' ? route.fulfill(full) : route.continue(),
    )
    await write(page, 0, "console.log('unsaved')")
    await save(page)
    await notice(page, 'save-failed').filter({ hasText: 'The disk is full.' }).waitFor()
    expect(await page.locator('.jp-Dialog').count()).toBe(0)
    await page.unroute('**/api/contents/**')
    await page.getByRole('button', { name: 'Save again' }).click()
    await notice(page, 'save-failed').waitFor({ state: 'detached' })
    await saved('events', 'unsaved')
  })

  it('a second tab: nothing is written over, and both versions can be kept', async () => {
    const other = await open('events')
    await write(other, 0, "console.log('theirs')")
    await save(other)
    await saved('events', 'theirs')
    await other.close()
    await write(page, 0, "console.log('mine')")
    await save(page)
    const line = notice(page, 'conflict')
    await line.waitFor()
    expect(await page.locator('.jp-Dialog').count()).toBe(0)
    expect(readFileSync(at('events.ipynb'), 'utf8')).toContain('theirs')
    await line.getByRole('button', { name: 'What differs' }).click()
    const dialog = page.getByRole('dialog')
    const sides = dialog.getByRole('row', { name: 'changed' }).getByRole('cell')
    await sides.first().waitFor()
    expect(await sides.allTextContents()).toEqual(["console.log('mine')", "console.log('theirs')"])
    expect(await violations(page, '.backprop-differences')).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await line.getByRole('button', { name: 'Keep both' }).click()
    await notice(page, 'kept').filter({ hasText: 'work/events-mine.ipynb' }).waitFor()
    expect(readFileSync(at('events-mine.ipynb'), 'utf8')).toContain('mine')
    await expect.poll(() => codeCell(page, 0).locator('.cm-content').textContent()).toContain('theirs')
  })

  it('a change on disk is seen when the page comes to the front, and mine can be kept', async () => {
    await write(page, 0, "console.log('mine again')")
    writeFileSync(at('events.ipynb'), readFileSync(at('events.ipynb'), 'utf8').replace('theirs', 'elsewhere'))
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    const line = notice(page, 'conflict')
    await line.waitFor()
    await line.getByRole('button', { name: 'Keep mine' }).click()
    await line.waitFor({ state: 'detached' })
    await saved('events', 'mine again')
  })
})

describe('a kernel that has to wait for its turn', () => {
  it('is said to, with the reason, until it has started', async () => {
    const full = await startTestServer({ prewarm: false, maxKernels: 1 })
    onTestFinished(() => full.close())
    const ask = async (path: string, method: string) => {
      const answer = await full.ask(path, { method })
      return method === 'DELETE' ? {} : answer.json()
    }
    const { id } = await ask('api/kernels', 'POST')
    const page = await context.newPage()
    await page.goto(`${full.url}notebooks/work/${chapter}.ipynb?token=${full.token}`)
    await notice(page, 'waiting').filter({ hasText: '--max-kernels' }).waitFor()
    await ask(`api/kernels/${id}`, 'DELETE')
    await notice(page, 'waiting').waitFor({ state: 'detached' })
    expect(await page.locator('.jp-Dialog').count()).toBe(0)
    await page.close()
  })
})

describe('a kernel that runs and does not answer', () => {
  const reason = 'The kernel runs, but has not answered for a while. If it does not come back, restart it.'

  /** What the server says when the kernel's heartbeat stays away, and when it is back. */
  async function turn(state: 'silent' | 'heard', name: string): Promise<void> {
    const sessions = await server.services.sessions.list()
    const { id = '' } = sessions.find(({ path }) => path === `work/${name}.ipynb`)?.kernel ?? {}
    // The service on Node has more than the page's routes ask of it.
    const kernel = (server.services.kernels as KernelManager).managed(id)
    Object.defineProperty(kernel, 'reason', {
      get: () => (state === 'silent' ? reason : undefined),
      configurable: true,
    })
    kernel.conversation.say('status', {
      execution_state: 'idle',
      ...(state === 'silent' ? { reason: reason } : {}),
    })
  }

  it('is said to, with a button to restart it, on this page and on one that comes; and no more when it is back', async () => {
    notebook('silent', '1 + 1')
    const page = await open('silent')
    await turn('silent', 'silent')
    await notice(page, 'silence').getByText(reason).waitFor()
    await notice(page, 'silence').getByRole('button', { name: 'Restart the kernel' }).waitFor()
    const other = await open('silent')
    await notice(other, 'silence').waitFor()
    await turn('heard', 'silent')
    for (const each of [page, other]) {
      await notice(each, 'silence').waitFor({ state: 'detached' })
      await each.close()
    }
  })
})

describe('the connection', () => {
  it('is said to be lost and to be found again, and the kernel answers', async () => {
    notebook('connection', "console.log('over the wire')")
    const page = await context.newPage()
    let isCut = false
    const sockets = new Set<{ close(): Promise<void> }>()
    await page.routeWebSocket(/channels/, (socket) => {
      if (isCut) return void socket.close()
      socket.connectToServer()
      sockets.add(socket)
    })
    await page.route(/\/api\b/, (route) => (isCut ? route.abort() : route.continue()))
    await page.goto(`${server.url}notebooks/work/connection.ipynb?token=${server.token}`)
    await kernelIsReady(page, 'connection')
    const line = notice(page, 'connection')
    isCut = true
    for (const socket of sockets) await socket.close()
    await line.filter({ hasText: 'was lost' }).waitFor()
    isCut = false
    await line.filter({ hasText: 'Connected again' }).waitFor()
    await run(page, 0)
    await codeCell(page, 0).locator('.jp-OutputArea-output', { hasText: 'over the wire' }).waitFor()
    expect(await page.locator('.jp-Dialog').count()).toBe(0)
    await page.close()
  })
})

describe('a verdict', () => {
  it('is shown with sign, word and evidence, and the course counts it by itself', async () => {
    notebook(
      'answers',
      "import { checkGradient, show } from '../src'\nshow(checkGradient((theta: number[]) => [-2 * (theta[0] + 2), -6 * (theta[1] - 1)]))",
    )
    const page = await open('answers')
    // What is spoken goes after some seconds, so it is waited for before the cell runs.
    const spoken = page.locator('.backprop-spoken', { hasText: 'Not yet' })
    await Promise.all([spoken.waitFor({ state: 'attached' }), run(page, 0)])
    const verdict = codeCell(page, 0).locator('.backprop-verdict')
    await verdict.getByText('Not yet').waitFor()
    expect(await verdict.textContent()).toContain('This is −∇J, the way down.')
    expect(await verdict.locator('table').count()).toBeGreaterThan(0)
    expect(await violations(page, '.backprop-verdict')).toEqual([])
    await page.getByRole('button', { name: 'Exercises' }).click()
    await page
      .locator('.backprop-course .exercise', { hasText: '01-1' })
      .filter({ hasText: 'not yet' })
      .waitFor()
    await write(
      page,
      0,
      "import { checkGradient, show } from '../src'\nshow(checkGradient((theta: number[]) => [2 * (theta[0] + 2), 6 * (theta[1] - 1)]))",
    )
    await run(page, 0)
    await page
      .locator('.backprop-course .exercise', { hasText: '01-1' })
      .filter({ hasText: 'passed' })
      .waitFor()
    expect(await violations(page, '.backprop-course')).toEqual([])
    await page.close()
  })
})
