import type { Page } from 'playwright-core'
import { median } from './median.js'

interface Timing {
  readonly total: number
  readonly kernel: number
}

/** As much of the application as is asked for. */
interface App {
  readonly commands: { execute(id: string): Promise<unknown> }
  readonly shell: {
    readonly currentWidget: {
      readonly sessionContext: { readonly session: { readonly kernel: { readonly status: string } } }
      readonly content: {
        activeCellIndex: number
        readonly widgets: readonly {
          readonly node: HTMLElement
          readonly model: {
            readonly type: string
            readonly sharedModel: { getSource(): string }
            getMetadata(key: string): Record<string, string> | undefined
          }
        }[]
      }
    }
  }
}

/**
 * Runs a cell again and again: milliseconds from Shift-Enter to what it shows, and the part of it that the kernel took
 * by its own messages.
 *
 * @param find a part of the cell's source
 * @param shown what appears in its output
 */
export async function timeCell(
  page: Page,
  find: string,
  shown: string,
  times: number,
): Promise<{ readonly total: number; readonly overhead: number }> {
  const timings: Timing[] = []
  for (let time = 0; time < times; time += 1) {
    const index = await page.evaluate(async (find) => {
      const { commands, shell } = (window as unknown as { jupyterapp: App }).jupyterapp
      const { content } = shell.currentWidget
      const index = content.widgets.findIndex(
        ({ model }) => model.type === 'code' && model.sharedModel.getSource().includes(find),
      )
      content.activeCellIndex = index
      await commands.execute('notebook:clear-cell-output')
      content.widgets[index]?.node.scrollIntoView()
      await new Promise((resolve) => setTimeout(resolve, 300))
      return index
    }, find)
    timings.push(await page.evaluate(runAndWait, { index, shown }))
  }
  // The first run of a cell loads what draws it.
  const rest = timings.slice(1)
  return {
    total: median(rest.map(({ total }) => total)),
    overhead: median(rest.map(({ total, kernel }) => total - kernel)),
  }
}

async function runAndWait({ index, shown }: { index: number; shown: string }): Promise<Timing> {
  const { commands, shell } = (window as unknown as { jupyterapp: App }).jupyterapp
  const cell = shell.currentWidget.content.widgets[index]
  if (cell === undefined) throw new Error('The cell to measure is not there.')
  const started = performance.now()
  const done = commands.execute('notebook:run-cell')
  while (cell.node.querySelector(`.jp-OutputArea-output ${shown}`) === null)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  const total = performance.now() - started
  await done
  const { 'iopub.status.busy': busy = '', 'iopub.status.idle': idle = '' } =
    cell.model.getMetadata('execution') ?? {}
  return { total, kernel: Date.parse(idle) - Date.parse(busy) }
}
