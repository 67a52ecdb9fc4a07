import { dirname } from 'node:path'
import { runNotebook } from '../jupyter/execute/run-notebook.js'
import { KernelError } from '../jupyter/kernel/kernel-error.js'
import { startKernel } from '../jupyter/kernel/start-kernel.js'
import { findKernelspec } from '../jupyter/kernelspec/kernelspecs.js'
import type { Notebook } from '../jupyter/notebook/notebook.js'
import { NotebookError } from '../jupyter/notebook/notebook-error.js'
import { readNotebook } from '../jupyter/notebook/read-notebook.js'
import type { Chapter } from './chapters.js'
import { failureReport } from './failure-report.js'

/** What came of a chapter. */
export interface ChapterRun {
  readonly chapter: Chapter
  /** Executed, as far as it went; absent when it could not be read or got no kernel. */
  readonly notebook?: Notebook
  /** For a person, when it failed. */
  readonly problem?: string
  /** Code cells that ran without an error, of how many. */
  readonly done: number
  readonly total: number
  readonly seconds: number
}

/** Runs one chapter on a kernel of its own, in the notebook's folder. Never throws for what the notebook does. */
export async function runChapter(
  chapter: Chapter,
  { timeout, onProgress }: { timeout: number; onProgress: (state: string) => void },
): Promise<ChapterRun> {
  const started = performance.now()
  let [done, total] = [0, 0]
  const ended = () => ({ chapter, done, total, seconds: (performance.now() - started) / 1000 })
  try {
    onProgress('starting')
    const notebook = await readNotebook(chapter.file)
    const kernelspec = await findKernelspec(notebook.metadata.kernelspec?.name)
    const kernel = await startKernel(kernelspec, { cwd: dirname(chapter.file) })
    try {
      const run = await runNotebook(notebook, kernel, {
        timeout,
        onProgress: (ran, all) => {
          done = ran
          total = all
          onProgress(`${ran}/${all}`)
        },
      })
      const problem = run.failure === undefined ? {} : { problem: failureReport(chapter.name, run.failure) }
      return { ...ended(), notebook: run.notebook, ...problem }
    } finally {
      await kernel.shutdown({ grace: 1_000 })
    }
  } catch (error) {
    if (!(error instanceof NotebookError || error instanceof KernelError)) throw error
    return { ...ended(), problem: `${error.message}\n` }
  }
}
