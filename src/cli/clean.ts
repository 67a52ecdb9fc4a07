import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Cell, Notebook } from '../jupyter/notebook/notebook.js'
import { NotebookError } from '../jupyter/notebook/notebook-error.js'
import { readNotebook } from '../jupyter/notebook/read-notebook.js'
import { writeNotebook } from '../jupyter/notebook/write-notebook.js'
import type { Command, Context } from './command.js'
import { UsageError } from './usage-error.js'

/** `backprop clean`: notebooks without their outputs, for a repository or a friend. */
export const clean: Command = {
  name: 'clean',
  summary: 'Strip the outputs of notebooks.',
  usage: 'clean NOTEBOOK|FOLDER…',
  notes: [
    'Of a folder all notebooks are cleaned, those in its folders too. Text and code stay as they are.',
    'Each file is written whole or not at all.',
  ],
  options: { 'dry-run': { type: 'boolean', help: 'Only say which notebooks have outputs.' } },
  takesArguments: true,

  async run({ args, options, ...context }) {
    if (args.length === 0) throw new UsageError('backprop clean needs a notebook or a folder of notebooks.')
    const files = [...new Set((await Promise.all(args.map((word) => notebooksAt(word, context)))).flat())]
    const isDry = options['dry-run'] === true
    let [cleaned, failed] = [0, 0]
    for (const file of files) {
      try {
        const outputs = await cleanFile(file, isDry)
        if (outputs === 0) continue
        cleaned += 1
        context.out.write(
          `${relative(context.cwd, file)}: ${outputs} ${outputs === 1 ? 'output' : 'outputs'}\n`,
        )
      } catch (error) {
        if (!(error instanceof NotebookError)) throw error
        failed += 1
        context.err.write(`${error.message} It stays as it is.\n`)
      }
    }
    context.out.write(`${cleaned} of ${files.length} notebooks ${isDry ? 'would be' : 'were'} cleaned.\n`)
    return failed > 0 ? 1 : 0
  },
}

async function notebooksAt(word: string, { cwd }: Context): Promise<string[]> {
  const path = resolve(cwd, word)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new UsageError(`There is no ${path}.`)
  if (found.isDirectory()) return notebooksBelow(path)
  if (!path.toLowerCase().endsWith('.ipynb')) throw new UsageError(`${word} is not an .ipynb file.`)
  return [path]
}

/** Hidden folders hold checkpoints and repositories; packages are not the person's. */
async function notebooksBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      if (entry.isDirectory()) return notebooksBelow(path)
      return entry.isFile() && entry.name.toLowerCase().endsWith('.ipynb') ? [path] : []
    }),
  )
  return found.flat().sort()
}

/** @returns how many outputs there were */
async function cleanFile(file: string, isDry: boolean): Promise<number> {
  const notebook = await readNotebook(file)
  const isClean = notebook.cells.every((cell) => cell.cell_type !== 'code' || isEmpty(cell))
  if (isClean) return 0
  if (!isDry) await writeNotebook(file, withoutOutputs(notebook))
  const outputs = notebook.cells.flatMap((cell) => (cell.cell_type === 'code' ? cell.outputs : []))
  return Math.max(outputs.length, 1)
}

function isEmpty(cell: Extract<Cell, { cell_type: 'code' }>): boolean {
  return (
    cell.outputs.length === 0 && cell.execution_count === null && cell.metadata['execution'] === undefined
  )
}

function withoutOutputs(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.cell_type !== 'code') return cell
    // When it ran is no more than what it showed.
    const { execution: _, ...metadata } = cell.metadata
    return { ...cell, metadata, outputs: [], execution_count: null }
  })
  return { ...notebook, cells }
}
