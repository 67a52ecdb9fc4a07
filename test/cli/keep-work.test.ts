import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backprop } from '../../src/cli/backprop.js'
import { keepWork } from '../../src/cli/keep-work.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { generator } from '../../src/export/page-shell.js'
import type { Cell, Notebook } from '../../src/jupyter/notebook/notebook.js'
import { formatNotebook } from '../../src/jupyter/notebook/write-notebook.js'
import { collectingContext } from './collector.js'

let folder = ''
let output = ''
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'backprop-keep-')))
  output = join(folder, 'out')
  await mkdir(join(output, 'assets'), { recursive: true })
  await writeFile(join(folder, '01-a.ipynb'), text(prose, code('1 + 1')))
})
afterEach(() => rm(folder, { recursive: true }))

const prose: Cell = { cell_type: 'markdown', id: 'intro', metadata: {}, source: '# A' }
const code = (source: string, outputs = ''): Cell => ({
  cell_type: 'code',
  id: 'cell-1',
  metadata: {},
  source,
  execution_count: outputs === '' ? null : 1,
  outputs: outputs === '' ? [] : [{ output_type: 'stream', name: 'stdout', text: outputs }],
})
function text(...cells: Cell[]): string {
  const notebook: Notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells }
  return formatNotebook(notebook)
}

const put = (file: string, content: string) => writeFile(join(output, file), content)
const ours = `<!doctype html><meta name="generator" content="${generator}">`
const theirs = '<!doctype html><meta name="generator" content="Hugo"><p>mine</p>'
const keep = (format: 'html' | 'ipynb') =>
  keepWork([{ name: '01-a', file: join(folder, '01-a.ipynb') }], { format, output })

describe('keepWork() of notebooks', () => {
  test('lets a folder be that is empty or absent', async () => {
    await expect(keep('ipynb')).resolves.toBeUndefined()
    await rm(output, { recursive: true })
    await expect(keep('ipynb')).resolves.toBeUndefined()
  })

  test('lets an executed copy be replaced', async () => {
    await put('01-a.ipynb', text(prose, code('1 + 1', '2\n')))
    await expect(keep('ipynb')).resolves.toBeUndefined()
  })

  test.each([
    ['another source', text(prose, code('1 + 2', '3\n')), 'has other cells than'],
    ['one more cell', text(prose, code('1 + 1'), { ...code('my.own'), id: 'mine' }), 'has other cells than'],
    ['a note in a cell of text', text({ ...prose, source: '# A, and mine' }, code('1 + 1')), 'has other'],
    ['no notebook at all', 'my notes', 'is no notebook that can be read'],
  ])('keeps a file with %s, naming it', async (_, content, reason) => {
    await put('01-a.ipynb', content)
    const refusal = await keep('ipynb').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(UsageError)
    expect(String(refusal)).toContain(`would write over ${join(output, '01-a.ipynb')}, which ${reason}`)
    expect(String(refusal)).toContain('Move it away, or give another folder with --output. Nothing was run.')
  })

  test('leaves a chapter that cannot be read to the run, which writes nothing for it', async () => {
    await put('01-a.ipynb', text(prose))
    await writeFile(join(folder, '01-a.ipynb'), '{')
    await expect(keep('ipynb')).resolves.toBeUndefined()
  })
})

describe('keepWork() of pages', () => {
  test('lets what earlier runs wrote be replaced, and other files be', async () => {
    await put('index.html', ours)
    await put('01-a.html', ours)
    await put('assets/style.css', '')
    await put('about.html', theirs)
    await put('assets/mine.css', '')
    await expect(keep('html')).resolves.toBeUndefined()
  })

  test.each(['index.html', '01-a.html'])('keeps an %s without our mark', async (file) => {
    await put(file, theirs)
    await expect(keep('html')).rejects.toThrow(`backprop did not write: ${join(output, file)}. Move it away`)
  })

  test('keeps a page of somebody else also beside ours', async () => {
    await put('01-a.html', ours)
    await put('index.html', theirs)
    await expect(keep('html')).rejects.toThrow(UsageError)
  })

  test('keeps a folder that has the name of a page', async () => {
    await mkdir(join(output, 'index.html'))
    await expect(keep('html')).rejects.toThrow(join(output, 'index.html'))
  })

  test('keeps assets that have no page of ours beside them', async () => {
    await put('assets/style.css', 'body { color: red }')
    await put('about.html', theirs)
    await expect(keep('html')).rejects.toThrow(join(output, 'assets', 'style.css'))
  })

  test('says that an output is a file', async () => {
    await rm(output, { recursive: true })
    await writeFile(output, 'mine')
    await expect(keep('html')).rejects.toThrow(`--output ${output} is a file. Give a folder.`)
  })
})

test.each([
  ['html', 'index.html', theirs],
  ['ipynb', '01-a.ipynb', text(prose, code('mine'))],
] as const)(
  'backprop run --format %s starts no kernel when it would replace %s',
  async (format, file, content) => {
    await put(file, content)
    const before = await readdir(output)
    const { context, out, err } = collectingContext({ cwd: folder })
    const words = ['run', '--notebooks', folder, '--format', format, '--output', 'out']
    expect(await backprop(words, context)).toBe(2)
    expect(out()).toBe('')
    expect(err()).toContain(join(output, file))
    expect(await readFile(join(output, file), 'utf8')).toBe(content)
    expect(await readdir(output)).toEqual(before)
  },
)
