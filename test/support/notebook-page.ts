import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { JupyterFrontEnd } from '@jupyterlab/application'
import type { NotebookPanel } from '@jupyterlab/notebook'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { TestServer } from './test-server.js'

/** As the page itself writes them, so that it has nothing to change. */
const kernelspecs = {
  tslab: { name: 'tslab', display_name: 'TypeScript', language: 'typescript' },
  echo: { name: 'echo', display_name: 'Echo', language: 'echo' },
}

/** Writes a notebook of code cells, each with an id and its code. */
export async function writeCells(
  { root }: TestServer,
  path: string,
  cells: Readonly<Record<string, string>>,
  kernel: keyof typeof kernelspecs = 'tslab',
): Promise<void> {
  const file = join(root, path)
  await mkdir(dirname(file), { recursive: true })
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: kernelspecs[kernel] },
    cells: Object.entries(cells).map(([id, source]) => ({
      cell_type: 'code',
      id,
      metadata: {},
      source,
      execution_count: null,
      outputs: [],
    })),
  }
  await writeFile(file, JSON.stringify(notebook))
}

/** Has pages save when they are told to, and not by their own clock, which a slow test would meet. */
export async function saveOnlyWhenAsked({ ask, token }: TestServer): Promise<void> {
  const answer = await ask('lab/api/settings/@jupyterlab/docmanager-extension:plugin', {
    method: 'PUT',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ raw: '{ "autosave": false }' }),
  })
  if (!answer.ok) throw new Error(`The setting was not taken: ${answer.status} ${await answer.text()}`)
}

/** A notebook of the server, opened in a browser's page. */
export class NotebookPage {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  /** Opens the notebook in a browser's profile of its own, or beside another page. */
  static async open(
    where: Browser | BrowserContext,
    { url, token }: TestServer,
    path: string,
  ): Promise<NotebookPage> {
    const context = 'newContext' in where ? await where.newContext() : where
    const page = await context.newPage()
    await page.goto(`${url}notebooks/${path}?token=${token}`)
    const opened = new NotebookPage(page, context)
    await opened.ready()
    return opened
  }

  /** Waits for the cells and for the kernel. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => {
      // What the page puts there for tests: JupyterLab's application.
      const { jupyterapp: app } = window as unknown as { jupyterapp?: JupyterFrontEnd }
      const { sessionContext } = (app?.shell.currentWidget ?? {}) as Partial<NotebookPanel>
      return ['idle', 'busy'].includes(sessionContext?.session?.kernel?.status ?? '')
    })
  }

  /** The code cell at `index`, as it is on the page. */
  cell(index: number) {
    const cell = this.page.locator('.jp-Notebook .jp-CodeCell').nth(index)
    const output = cell.locator('.jp-OutputArea-output')
    return {
      run: async () => {
        await cell.locator('.cm-content').click()
        await this.page.keyboard.press('Shift+Enter')
      },
      /** Waits until the outputs have this text. */
      shows: (text: string) => output.getByText(text).first().waitFor(),
      hasPrompt: (prompt: string) => cell.locator('.jp-InputPrompt', { hasText: prompt }).waitFor(),
      text: async () => (await output.allTextContents()).join(''),
    }
  }

  /** Whether there is something to save. */
  isDirty(): Promise<boolean> {
    return this.page.evaluate(() => {
      const { jupyterapp: app } = window as unknown as { jupyterapp: JupyterFrontEnd }
      // The page shows one notebook.
      return (app.shell.currentWidget as NotebookPanel).context.model.dirty
    })
  }

  /** Takes it as saved, once all is written into the notebook that the kernel tells of itself while it comes up. */
  async makeClean(): Promise<void> {
    const stays = () =>
      this.page.evaluate(async () => {
        const { jupyterapp: app } = window as unknown as { jupyterapp: JupyterFrontEnd }
        const { model } = (app.shell.currentWidget as NotebookPanel).context
        model.dirty = false
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        return !model.dirty && model.getMetadata('language_info') !== undefined
      })
    while (!(await stays()));
  }
}
