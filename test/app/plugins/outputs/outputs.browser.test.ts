import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { NotebookOutputs } from '../../../../src/jupyter/outputs/run-model.js'
import { openBrowser } from '../../../support/browser.js'
import { echoKernelspec } from '../../../support/echo-kernel.js'
import { NotebookPage, saveOnlyWhenAsked, writeCells } from '../../../support/notebook-page.js'
import { servicesClient } from '../../../support/services-client.js'
import { startTestServer, type TestServer } from '../../../support/test-server.js'

/** A training of 20 steps that says each, one every 50 ms. Before the twelfth it waits until a file is there. */
const training = (goOn: string, say = "console.log('step', i)") => `import { existsSync } from 'fs'
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
for (let i = 0; i < 20; i++) {
  while (i === 12 && !existsSync(${JSON.stringify(goOn)})) await pause()
  ${say}
  await pause()
}`

const short = "for (let i = 0; i < 3; i++) console.log('step', i)"

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
    await saveOnlyWhenAsked(server)
    browser = await openBrowser()
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await browser?.close()
    await server?.close()
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
  /** The file that a training waits for. */
  const gate = (name: string) => join(server.folder, `${name}-goes-on`)
  const goOn = (name: string) => writeFile(gate(name), '')
  const endSession = async (path: string) => {
    const sessions = await (await server.ask('api/sessions')).json()
    const { id } = sessions.find((each: { path: string }) => each.path === path)
    expect((await server.ask(`api/sessions/${id}`, { method: 'DELETE' })).status).toBe(204)
  }
  const fileOf = async (path: string) => JSON.parse(await readFile(join(server.root, path), 'utf8'))

  it('a training that runs goes on filling its cell after a reload: nothing twice, nothing missing', async () => {
    await writeCells(server, 'reload.ipynb', { train: training(gate('reload')), after: "'and then'" })
    const notebook = await open('reload.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(1).run()
    await notebook.cell(0).shows('step 5')
    await notebook.page.reload()
    await notebook.ready()
    await notebook.cell(0).hasPrompt('[*]:')
    await notebook.cell(1).hasPrompt('[*]:')
    await goOn('reload')
    await notebook.cell(0).hasPrompt('[1]:')
    await expect.poll(() => notebook.cell(0).text()).toBe(steps(20))
    await notebook.cell(1).hasPrompt('[2]:')
    await expect.poll(() => notebook.cell(1).text()).toBe('and then\n')

    await notebook.page.keyboard.press('Control+s')
    await expect.poll(async () => (await fileOf('reload.ipynb')).cells[0].outputs.length).toBe(1)
    expect((await fileOf('reload.ipynb')).cells[0]).toMatchObject({ execution_count: 1 })
    await expect
      .poll(async () => (await runsOf('reload.ipynb')).map(({ saved }) => saved))
      .toEqual([true, true])
    await notebook.page.reload()
    await notebook.ready()
    await expect.poll(() => notebook.cell(0).text()).toBe(steps(20))
    await notebook.context.close()
  })

  it('a training that ended while the page was closed is shown in another browser', async () => {
    await writeCells(server, 'closed.ipynb', { train: training(gate('closed')) })
    const first = await open('closed.ipynb')
    await first.cell(0).run()
    await first.cell(0).shows('step 1')
    await first.context.close()
    await goOn('closed')
    await expect.poll(() => isOver('closed.ipynb')).toBe(true)
    const second = await open('closed.ipynb')
    await second.cell(0).hasPrompt('[1]:')
    await expect.poll(() => second.cell(0).text()).toBe(steps(20))
    await second.context.close()
  })

  it('a display that is renewed goes on being renewed', async () => {
    await writeCells(server, 'display.ipynb', {
      train: `import * as tslab from 'tslab'
const display = tslab.newDisplay()
${training(gate('display'), "display.html('<b>cost ' + i + '</b>')")}`,
    })
    const notebook = await open('display.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(0).shows('cost 11')
    await notebook.page.reload()
    await notebook.ready()
    await goOn('display')
    await expect.poll(() => notebook.cell(0).text()).toBe('cost 19')
    await notebook.context.close()
  })

  it('a second tab follows what the first one runs, and has nothing to save', async () => {
    await writeCells(server, 'tabs.ipynb', { train: training(gate('tabs')) })
    const first = await open('tabs.ipynb')
    const second = await open('tabs.ipynb', first.context)
    await second.makeClean()
    await first.page.bringToFront()
    await first.cell(0).run()
    await second.cell(0).hasPrompt('[*]:')
    await goOn('tabs')
    await second.cell(0).hasPrompt('[1]:')
    await expect.poll(() => second.cell(0).text()).toBe(steps(20))
    await expect.poll(() => first.cell(0).text()).toBe(steps(20))
    expect(await second.isDirty()).toBe(false)
    expect(await first.isDirty()).toBe(true)
    await first.context.close()
  })

  it('a cell that was edited meanwhile has the output, and says that it is from an earlier version', async () => {
    await writeCells(server, 'edited.ipynb', { train: short, other: '1' })
    const first = await open('edited.ipynb')
    await first.cell(0).run()
    await first.cell(0).shows('step 0')
    await first.context.close()
    await expect.poll(() => isOver('edited.ipynb')).toBe(true)
    await writeCells(server, 'edited.ipynb', { train: "'edited'", other: '1' })
    const second = await open('edited.ipynb')
    await second.cell(0).shows('From an earlier version of this cell')
    await second.cell(0).shows('step 2')
    await second.cell(0).run()
    await second.cell(0).shows('edited')
    await expect.poll(() => second.cell(0).text()).toBe('edited\n')
    await second.context.close()
  })

  it('a cell that was deleted meanwhile: its output is shown above the cells, and can be put back', async () => {
    await writeCells(server, 'gone.ipynb', { train: short, other: '1' })
    const first = await open('gone.ipynb')
    await first.cell(0).run()
    await first.cell(0).shows('step 0')
    await first.context.close()
    await expect.poll(() => isOver('gone.ipynb')).toBe(true)
    await writeCells(server, 'gone.ipynb', { other: '1' })
    const second = await open('gone.ipynb')
    const region = second.page.getByRole('region', { name: 'Output of a cell that is no longer here' })
    await region.getByText('step 2').waitFor()
    await region.getByRole('button', { name: 'Put it back as a cell' }).click()
    await second.cell(1).shows('step 2')
    await region.waitFor({ state: 'detached' })
    // The server keeps them until the file has them.
    expect(await runsOf('gone.ipynb')).toMatchObject([{ cell: 'train', saved: false }])
    await second.page.keyboard.press('Control+s')
    await expect.poll(() => runsOf('gone.ipynb')).toMatchObject([{ cell: 'train', saved: true }])
    expect((await fileOf('gone.ipynb')).cells.map(({ id }: { id: string }) => id)).toEqual(['other', 'train'])
    await second.context.close()
  })

  it('what is dismissed does not come back, nor go into the file', async () => {
    await writeCells(server, 'dismissed.ipynb', { train: short, other: '1' })
    const first = await open('dismissed.ipynb')
    await first.cell(0).run()
    await first.cell(0).shows('step 0')
    await first.context.close()
    await expect.poll(() => isOver('dismissed.ipynb')).toBe(true)
    await writeCells(server, 'dismissed.ipynb', { other: '1' })
    const second = await open('dismissed.ipynb')
    const region = second.page.getByRole('region', { name: 'Output of a cell that is no longer here' })
    await region.getByRole('button', { name: 'Dismiss' }).click()
    await expect.poll(() => runsOf('dismissed.ipynb')).toMatchObject([{ cell: 'train', deleted: true }])
    expect(await region.count()).toBe(0)
    await second.context.close()
    await endSession('dismissed.ipynb')
    expect((await fileOf('dismissed.ipynb')).cells).toHaveLength(1)
  })

  it('a cell that the learner deletes on purpose does not come back, also after a reload', async () => {
    await writeCells(server, 'deleted.ipynb', { train: short, other: "'other'" })
    const notebook = await open('deleted.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(0).shows('step 2')
    await notebook.cell(0).hasPrompt('[1]:')
    await notebook.page.reload()
    await notebook.ready()
    await notebook.cell(0).shows('step 2')
    await notebook.page.locator('.jp-Notebook .jp-CodeCell .jp-InputPrompt').first().click()
    for (const key of ['d', 'd', 'Control+s']) await notebook.page.keyboard.press(key)
    await expect.poll(async () => (await fileOf('deleted.ipynb')).cells.length).toBe(1)
    await expect.poll(() => runsOf('deleted.ipynb')).toMatchObject([{ cell: 'train', deleted: true }])
    await notebook.context.close()

    // Another page shows what it finds when it has asked, which this cell's prompt tells.
    const second = await open('deleted.ipynb')
    await second.cell(0).run()
    await second.cell(0).shows('other')
    await second.page.reload()
    await second.ready()
    await second.cell(0).shows('other')
    const region = second.page.getByRole('region', { name: 'Output of a cell that is no longer here' })
    expect(await region.count()).toBe(0)
    await second.context.close()
    await endSession('deleted.ipynb')
    expect((await fileOf('deleted.ipynb')).cells.map(({ id }: { id: string }) => id)).toEqual(['other'])
  })

  it('a cell that showed nothing says after a reload that it ran', async () => {
    await writeCells(server, 'silent.ipynb', { set: 'const x = 1' })
    const notebook = await open('silent.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(0).hasPrompt('[1]:')
    await notebook.page.reload()
    await notebook.ready()
    await notebook.cell(0).hasPrompt('[1]:')
    await notebook.context.close()
  })

  it('a new cell of one tab is no lost one in another', async () => {
    await writeCells(server, 'new.ipynb', { first: "'first'" })
    const one = await open('new.ipynb')
    const two = await open('new.ipynb', one.context)
    await one.page.bringToFront()
    // Runs the cell and makes one below it.
    await one.cell(0).run()
    await one.page.locator('.jp-Notebook .jp-CodeCell .cm-content').nth(1).click()
    await one.page.keyboard.type("'of the new one'")
    await one.cell(1).run()
    await one.cell(1).shows('of the new one')
    await one.cell(0).run()
    await two.cell(0).hasPrompt('[3]:')
    const region = two.page.getByRole('region', { name: 'Output of a cell that is no longer here' })
    expect(await region.count()).toBe(0)
    await one.context.close()
  })

  /** The notebook in a browser whose WebSockets to kernels can lose what the server sends, and be cut. */
  async function openLossy(path: string) {
    const context = await browser.newContext()
    const sockets: { loses: boolean; readonly cut: () => Promise<void> }[] = []
    await context.routeWebSocket(/\/channels/, (socket) => {
      const real = socket.connectToServer()
      const way = {
        loses: false,
        cut: async () => {
          await real.close({ code: 4001, reason: 'cut' })
          await socket.close({ code: 4001, reason: 'cut' })
        },
      }
      sockets.push(way)
      real.onMessage((message) => {
        if (!way.loses) socket.send(message)
      })
    })
    return {
      notebook: await open(path, context),
      context,
      lose: () => {
        for (const each of sockets) each.loses = true
      },
      cut: async () => {
        for (const each of sockets.splice(0)) await each.cut()
      },
    }
  }

  it('what comes while the connection is lost is shown when it is found again', async () => {
    await writeCells(server, 'lost.ipynb', { train: training(gate('lost')) })
    const { notebook, context, cut } = await openLossy('lost.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(0).shows('step 5')
    await cut()
    await goOn('lost')
    await notebook.cell(0).hasPrompt('[1]:')
    await expect.poll(() => notebook.cell(0).text()).toBe(steps(20))
    await context.close()
  })

  it('what was lost on its way is asked for until there is an answer', async () => {
    await writeCells(server, 'asked.ipynb', { train: training(gate('asked')) })
    const { notebook, context, lose, cut } = await openLossy('asked.ipynb')
    let refusals = 0
    await context.route(/backprop\/api\/outputs\?/, (route) =>
      refusals-- > 0 ? route.abort() : route.continue(),
    )
    await notebook.cell(0).run()
    await notebook.cell(0).shows('step 11')
    lose()
    await goOn('asked')
    await expect.poll(() => isOver('asked.ipynb')).toBe(true)
    refusals = 2
    await cut()
    await expect.poll(() => notebook.cell(0).text()).toBe(steps(20))
    expect(refusals).toBeLessThan(0)
    await context.close()
  })

  it('what a console runs on the same kernel is none of the page, which does not ask at each message', async () => {
    await writeCells(server, 'beside.ipynb', { one: "'one'" })
    const notebook = await open('beside.ipynb')
    let asked = 0
    notebook.page.on('request', (request) => {
      if (/backprop\/api\/outputs\?/.test(request.url())) asked++
    })
    const client = servicesClient(server)
    const sessions = await (await server.ask('api/sessions')).json()
    const { kernel: model } = sessions.find((each: { path: string }) => each.path === 'beside.ipynb')
    const kernel = client.kernels.connectTo({ model })
    await goOn('beside')
    await kernel.requestExecute({ code: training(gate('beside')) }, true, { cellId: 'of-a-console' }).done
    await notebook.cell(0).run()
    await notebook.cell(0).hasPrompt('[2]:')
    // Once for the run, and perhaps once as the page was opened.
    expect(asked).toBeLessThan(4)
    kernel.dispose()
    await client.dispose()
    await notebook.context.close()
  })

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
  })

  it('what no page has seen is in the file when the session is ended', async () => {
    await writeCells(server, 'unseen.ipynb', { train: training(gate('unseen')) })
    const notebook = await open('unseen.ipynb')
    await notebook.cell(0).run()
    await notebook.cell(0).shows('step 1')
    await notebook.context.close()
    await goOn('unseen')
    await expect.poll(() => isOver('unseen.ipynb')).toBe(true)
    const file = join(server.root, 'unseen.ipynb')
    const edited = await fileOf('unseen.ipynb')
    edited.metadata.mine = 'a newer edit'
    await writeFile(file, JSON.stringify(edited))
    await endSession('unseen.ipynb')
    expect(await fileOf('unseen.ipynb')).toMatchObject({
      metadata: { mine: 'a newer edit' },
      cells: [{ execution_count: 1, outputs: [{ output_type: 'stream', name: 'stdout' }] }],
    })
    expect((await fileOf('unseen.ipynb')).cells[0].outputs[0].text.join('')).toBe(steps(20))
  })
})
