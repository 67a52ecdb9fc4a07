import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeNotebook } from '../jupyter/notebook/write-notebook.js'
import { type Chapter, chaptersIn, chooseChapters } from './chapters.js'
import type { Command, Context, OptionValues } from './command.js'
import { inParallel } from './in-parallel.js'
import { keepWork } from './keep-work.js'
import { openPage } from './open-page.js'
import { packageRoot } from './package-root.js'
import { Progress } from './progress.js'
import { type ChapterRun, runChapter } from './run-chapter.js'
import { UsageError } from './usage-error.js'

/** Seconds a cell may take unless told. */
const patience = 120

/** `backprop run`: chapters on fresh kernels, written executed as pages or as notebooks. */
export const run: Command = {
  name: 'run',
  summary: 'Run chapters and write them with their outputs, as pages or as notebooks.',
  usage: 'run [chapter…] [--output DIR] [--format html|ipynb] [--open]',
  notes: [
    'A chapter is a number (6), a name (06-backprop), a slug (backprop) or the path of an .ipynb file.',
    'Without one, all chapters are run.',
  ],
  options: {
    output: {
      type: 'string',
      value: 'DIR',
      help: 'Where to write: work/site (work/selected for some chapters), work/executed for ipynb.',
    },
    format: { type: 'string', choices: ['html', 'ipynb'], help: 'What to write: pages (html) or notebooks.' },
    open: { type: 'boolean', help: 'Open the pages in the browser.' },
    timeout: { type: 'string', value: 'SECONDS', help: `How long a cell may take: ${patience} unless told.` },
    notebooks: { type: 'string', value: 'DIR', help: "The folder of the chapters: the course's own." },
  },
  takesArguments: true,

  async run({ args, options, ...context }) {
    const settings = settingsOf(options, args.length > 0, context.cwd)
    const chapters = chooseChapters(args, await chaptersIn(settings.notebooks), context.cwd)
    if (chapters.length === 0) throw new UsageError(`There are no notebooks in ${settings.notebooks}.`)
    await keepWork(chapters, settings)
    const progress = new Progress(context.out, chapters.length)
    const runs = await inParallel(chapters, availableParallelism(), (chapter) =>
      runAndTell(chapter, settings.timeout, progress, context),
    )
    const index = await write(runs, settings)
    context.out.write(summary(runs))
    await tellWhere(index, settings, context)
    return runs.some(({ problem }) => problem !== undefined) ? 1 : 0
  },
}

interface Settings {
  readonly format: 'html' | 'ipynb'
  readonly output: string
  readonly open: boolean
  /** Milliseconds for a cell. */
  readonly timeout: number
  readonly notebooks: string
}

function settingsOf(
  { format, output, open, timeout, notebooks }: OptionValues,
  isSelection: boolean,
  cwd: string,
): Settings {
  const seconds = timeout === undefined ? patience : Number(timeout)
  if (!(seconds > 0 && seconds < 1e6)) {
    throw new UsageError(`--timeout cannot be '${timeout}'. Expected a number of seconds greater than 0.`)
  }
  const isNotebook = format === 'ipynb'
  if (isNotebook && open === true) throw new UsageError('--open opens pages; it goes with --format html.')
  // A site holds the chapters of one run: some chapters alone must not take the place of all.
  const folder = isNotebook ? 'executed' : isSelection ? 'selected' : 'site'
  return {
    format: isNotebook ? 'ipynb' : 'html',
    output: resolve(cwd, typeof output === 'string' ? output : join('work', folder)),
    open: open === true,
    timeout: seconds * 1000,
    notebooks: typeof notebooks === 'string' ? resolve(cwd, notebooks) : join(packageRoot(), 'notebooks'),
  }
}

async function runAndTell(
  chapter: Chapter,
  timeout: number,
  progress: Progress,
  { err }: Context,
): Promise<ChapterRun> {
  const result = await runChapter(chapter, {
    timeout,
    onProgress: (state) => progress.update(chapter.name, state),
  })
  const { problem } = result
  progress.finish(chapter.name, chapterLine(result))
  if (problem !== undefined) {
    progress.clear()
    err.write(`\n${problem}\n`)
  }
  return result
}

function chapterLine({ chapter: { name }, problem, done, total, seconds }: ChapterRun): string {
  const time = `${seconds.toFixed(1)} s`
  if (problem === undefined) return `${name}: ${total} ${total === 1 ? 'cell' : 'cells'} in ${time}\n`
  return total === 0 ? `${name}: FAILED\n` : `${name}: FAILED after ${done} of ${total} cells, ${time}\n`
}

/** Writes what was run, also chapters that failed, with their error; returns the index of the pages. */
async function write(runs: readonly ChapterRun[], { format, output }: Settings): Promise<string | undefined> {
  const written = runs.flatMap(({ chapter: { name }, notebook }) => (notebook ? [{ name, notebook }] : []))
  if (written.length === 0) return undefined
  await mkdir(output, { recursive: true })
  if (format === 'html') {
    const { writeSite } = await import('../export/index.js')
    return (await writeSite(written, output)).index
  }
  for (const { name, notebook } of written) await writeNotebook(join(output, `${name}.ipynb`), notebook)
  return undefined
}

function summary(runs: readonly ChapterRun[]): string {
  const failed = runs.filter(({ problem }) => problem !== undefined).map(({ chapter }) => chapter.name)
  const count = `${runs.length} ${runs.length === 1 ? 'chapter' : 'chapters'}`
  return failed.length === 0
    ? `${count} ran without an error.\n`
    : `${failed.length} of ${count} failed: ${failed.join(', ')}.\n`
}

async function tellWhere(
  index: string | undefined,
  { format, output, open }: Settings,
  context: Context,
): Promise<void> {
  const { out, cwd } = context
  if (index === undefined) {
    if (format === 'ipynb') {
      const shown = relative(cwd, output)
      out.write(`Executed notebooks: ${shown === '' || shown.startsWith('..') ? output : shown}\n`)
    }
    return
  }
  const url = pathToFileURL(index).href
  const opened = open && (await openPage(url, context))
  out.write(`${opened ? 'Opened in your browser' : 'Look at it in a browser'}: ${url}\nFile: ${index}\n`)
}
