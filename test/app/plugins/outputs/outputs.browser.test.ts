import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { NotebookOutputs } from '../../../../src/server/services.js'
import { openBrowser } from '../../../support/browser.js'
import { echoKernelspec } from '../../../support/echo-kernel.js'
import { NotebookPage, writeCells } from '../../../support/notebook-page.js'
import { startTestServer, type TestServer } from '../../../support/test-server.js'

/** A training that says each of its steps, one every 50 ms. */
const training = (
  steps: number,
  pause = 50,
) => `const pause = () => new Promise((resolve) => setTimeout(resolve, ${pause}))
for (let i = 0; i < ${steps}; i++) { console.log('step', i); await pause() }`

const steps = (count: number) => Array.from({ length: count }, (_, i) => `step ${i}\n`).join('')

describe('output survives a reload', () => {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    server = await startTestServer()
    // A kernel that asks for input, which tslab does not.
    const folder = join(server.folder, 'jupyter', 'kernels', 'echo')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'kernel.json'), JSON.stringify(echoKernelspec()))
    vi.stubEnv('JUPYTER_PATH', join(server.folder, 'jupyter'))
    browser = await openBrowser()
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await browser.close()
    await server.close()
  })

  const open = (path: string, where: Parameters<typeof NotebookPage.open>[0] = browser) =>
    NotebookPage.open(where, server, path)
  const runsOf = async (path: string): Promise<NotebookOutputs['runs']> => {
    const answer = await server.ask(`backprop/api/outputs?path=${path}`)
    return (await answer.json()).runs
  }
  const isOver = async (path: string) => {
    const runs = await runsOf(path)
    return runs.length > 0 && runs.every(({ state }) => state !== 'running' && state !== 'queued')
  }
  const fileOf = async (path: string) => JSON.parse(await readFile(join(server.root, path), 'utf8'))

  it('a training that runs goes on filling its cell after a reload: nothing twice, nothing missing', async () => {
    await writeCells(server, 'reload.ipynb', { train: training(120), after: "'and then'" })
    const notebook = await open('reload.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(1).run()
    await notebook.cell(0).shows('step 5')
    await notebook.page.reload()
    await notebook.ready()
    await notebook.cell(0).hasPrompt('[*]:')
    await notebook.cell(1).hasPrompt('[*]:')
    await notebook.cell(0).shows('step 119')
    await notebook.cell(0).hasPrompt('[1]:')
    expect(await notebook.cell(0).text()).toBe(steps(120))
    await notebook.cell(1).hasPrompt('[2]:')
    expect(await notebook.cell(1).text()).toBe('and then\n')

    await notebook.page.keyboard.press('Control+s')
    await expect
      .poll(async () => (await fileOf('reload.ipynb')).cells[0].outputs.length, { timeout: 10_000 })
      .toBe(1)
    expect((await fileOf('reload.ipynb')).cells[0]).toMatchObject({ execution_count: 1 })
    await expect
      .poll(async () => (await runsOf('reload.ipynb')).map(({ saved }) => saved))
      .toEqual([true, true])
    await notebook.page.reload()
    await notebook.ready()
    expect(await notebook.cell(0).text()).toBe(steps(120))
    await notebook.context.close()
  }, 90_000)

  it('a training that ended while the page was closed is shown in another browser', async () => {
    await writeCells(server, 'closed.ipynb', { train: training(20) })
    const first = await open('closed.ipynb')
    await first.cell(0).run()
    await first.cell(0).shows('step 1')
    await first.context.close()
    await expect.poll(() => isOver('closed.ipynb'), { timeout: 20_000 }).toBe(true)
    const second = await open('closed.ipynb')
    await second.cell(0).hasPrompt('[1]:')
    expect(await second.cell(0).text()).toBe(steps(20))
    await second.context.close()
  }, 60_000)

  it('a display that is renewed goes on being renewed', async () => {
    await writeCells(server, 'display.ipynb', {
      train: `import * as tslab from 'tslab'
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
const display = tslab.newDisplay()
for (let i = 0; i < 100; i++) { display.html('<b>cost ' + i + '</b>'); await pause() }`,
    })
    const notebook = await open('display.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(0).shows('cost 3')
    await notebook.page.reload()
    await notebook.ready()
    await notebook.cell(0).shows('cost 99')
    expect(await notebook.cell(0).text()).toBe('cost 99')
    await notebook.context.close()
  }, 60_000)

  it('a second tab follows what the first one runs, and has nothing to save', async () => {
    await writeCells(server, 'tabs.ipynb', { train: training(40) })
    const first = await open('tabs.ipynb')
    const second = await open('tabs.ipynb', first.context)
    await second.makeClean()
    await first.page.bringToFront()
    await first.cell(0).run()
    await second.cell(0).hasPrompt('[*]:')
    await second.cell(0).shows('step 39')
    await second.cell(0).hasPrompt('[1]:')
    expect(await second.cell(0).text()).toBe(steps(40))
    expect(await first.cell(0).text()).toBe(steps(40))
    expect(await second.isDirty()).toBe(false)
    expect(await first.isDirty()).toBe(true)
    await first.context.close()
  }, 60_000)

  it('a cell that was edited meanwhile has the output, and says that it is from an earlier version', async () => {
    await writeCells(server, 'edited.ipynb', { train: training(3), other: '1' })
    const first = await open('edited.ipynb')
    await first.cell(0).run()
    await first.cell(0).shows('step 0')
    await first.context.close()
    await expect.poll(() => isOver('edited.ipynb'), { timeout: 20_000 }).toBe(true)
    await writeCells(server, 'edited.ipynb', { train: "'edited'", other: '1' })
    const second = await open('edited.ipynb')
    await second.cell(0).shows('From an earlier version of this cell')
    await second.cell(0).shows('step 2')
    await second.cell(0).run()
    await second.cell(0).shows('edited')
    await expect.poll(() => second.cell(0).text()).toBe('edited\n')
    await second.context.close()
  }, 60_000)

  it('a cell that was deleted meanwhile: its output is shown above the cells, and can be put back', async () => {
    await writeCells(server, 'gone.ipynb', { train: training(3), other: '1' })
    const first = await open('gone.ipynb')
    await first.cell(0).run()
    await first.cell(0).shows('step 0')
    await first.context.close()
    await expect.poll(() => isOver('gone.ipynb'), { timeout: 20_000 }).toBe(true)
    await writeCells(server, 'gone.ipynb', { other: '1' })
    const second = await open('gone.ipynb')
    const region = second.page.getByRole('region', { name: 'Output of a cell that is no longer here' })
    await region.getByText('step 2').waitFor()
    await region.getByRole('button', { name: 'Put it back as a cell' }).click()
    await second.cell(1).shows('step 2')
    expect(await region.count()).toBe(0)
    await second.context.close()
  }, 60_000)

  it('what comes while the connection is lost is shown when it is found again', async () => {
    await writeCells(server, 'lost.ipynb', { train: training(80) })
    const context = await browser.newContext()
    const cut: (() => Promise<void>)[] = []
    await context.routeWebSocket(/\/channels/, (socket) => {
      const real = socket.connectToServer()
      cut.push(async () => {
        await real.close({ code: 4001, reason: 'cut' })
        await socket.close({ code: 4001, reason: 'cut' })
      })
    })
    const notebook = await open('lost.ipynb', context)
    await notebook.cell(0).run()
    await notebook.cell(0).shows('step 5')
    for (const each of cut.splice(0)) await each()
    await notebook.cell(0).shows('step 79')
    await notebook.cell(0).hasPrompt('[1]:')
    expect(await notebook.cell(0).text()).toBe(steps(80))
    await context.close()
  }, 60_000)

  it('a question that a cell asked before the reload can be answered after it', async () => {
    await writeCells(server, 'question.ipynb', { ask: 'input your name?' }, 'echo')
    const notebook = await open('question.ipynb')
    const field = notebook.page.locator('.jp-Stdin-input')
    await notebook.cell(0).run()
    await field.waitFor()
    await notebook.page.reload()
    await notebook.ready()
    await field.fill('Ada')
    await notebook.page.keyboard.press('Enter')
    await notebook.cell(0).hasPrompt('[1]:')
    await expect.poll(() => notebook.cell(0).text()).toContain('your name? Ada\nAda\n')
    await notebook.context.close()
  }, 60_000)

  it('what no page has seen is in the file when the session is ended', async () => {
    await writeCells(server, 'unseen.ipynb', { train: training(20) })
    const notebook = await open('unseen.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(0).shows('step 1')
    await notebook.context.close()
    await expect.poll(() => isOver('unseen.ipynb'), { timeout: 20_000 }).toBe(true)
    const file = join(server.root, 'unseen.ipynb')
    const edited = await fileOf('unseen.ipynb')
    edited.metadata.mine = 'a newer edit'
    await writeFile(file, JSON.stringify(edited))
    const sessions = await (await server.ask('api/sessions')).json()
    const { id } = sessions.find((each: { path: string }) => each.path === 'unseen.ipynb')
    expect((await server.ask(`api/sessions/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await fileOf('unseen.ipynb')).toMatchObject({
      metadata: { mine: 'a newer edit' },
      cells: [{ execution_count: 1, outputs: [{ output_type: 'stream', name: 'stdout' }] }],
    })
    expect((await fileOf('unseen.ipynb')).cells[0].outputs[0].text.join('')).toBe(steps(20))
  }, 60_000)
})
