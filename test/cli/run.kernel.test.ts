import { access, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backprop } from '../../src/cli/backprop.js'
import type { Notebook } from '../../src/jupyter/notebook/notebook.js'
import { readNotebook } from '../../src/jupyter/notebook/read-notebook.js'
import { formatNotebook } from '../../src/jupyter/notebook/write-notebook.js'
import { collectingContext } from './collector.js'

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'backprop-test-')))
})
afterAll(() => rm(folder, { recursive: true }))

function notebook(...sources: string[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript' } },
    cells: [
      { cell_type: 'markdown', id: 'intro', metadata: {}, source: '# A chapter' },
      ...sources.map((source, i) => ({
        cell_type: 'code' as const,
        id: `cell-${i + 1}`,
        metadata: {},
        source,
        execution_count: null,
        outputs: [],
      })),
    ],
  }
}

const save = (name: string, content: Notebook) =>
  writeFile(join(folder, `${name}.ipynb`), formatNotebook(content))

async function run(...words: string[]) {
  const { context, out, err } = collectingContext({ cwd: folder })
  const code = await backprop(['run', '--notebooks', folder, ...words], context)
  return { code, out: out(), err: err() }
}

describe('backprop run', () => {
  test('writes an executed notebook, and leaves the original as it was', async () => {
    const original = notebook(
      "import { sep } from 'path'\nconst a: string = sep",
      '// nothing',
      'a.length',
      '   ',
    )
    await save('01-fine', original)
    const { code, out, err } = await run('1', '--format', 'ipynb')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^01-fine: 3 cells in \d+\.\d s\n1 chapter ran without an error\.\nExecuted notebooks: work/,
    )
    const executed = await readNotebook(join(folder, 'work', 'executed', '01-fine.ipynb'))
    expect(
      executed.cells.map((cell) => (cell.cell_type === 'code' ? cell.execution_count : 'no code')),
    ).toEqual(['no code', 1, 2, 3, null])
    expect(executed.cells[3]).toMatchObject({ outputs: [{ name: 'stdout', text: '1\n' }] })
    expect(await readFile(join(folder, '01-fine.ipynb'), 'utf8')).toBe(formatNotebook(original))
  })

  test('names chapter, cell and line of each failure, runs the other chapters, and exits with 1', async () => {
    await save('02-types', notebook('const a = 1', 'const b = a\n\nconst c: string = b'))
    await save('03-throws', notebook('const lists: number[][] = []\n\nconst none = lists[3].length', '2'))
    await save('04-after', notebook('1'))
    await writeFile(join(folder, '05-broken.ipynb'), '{"cells": [}')
    const { code, out, err } = await run('2', '3', '4', '5', '--format', 'ipynb', '--output', 'out')
    expect(code).toBe(1)
    expect(out).toContain('02-types: FAILED after 1 of 2 cells')
    expect(out).toContain('04-after: 1 cell in')
    expect(out).toContain('3 of 4 chapters failed: 02-types, 03-throws, 05-broken.\n')
    expect(err).toContain('02-types, code cell 2 (cell 3 of the notebook, id cell-2), line 3: failed.')
    expect(err).toContain(
      "  > 3 | const c: string = b\n      |       ^\n\n  3:7 - Type 'number' is not assignable",
    )
    expect(err).toContain('03-throws, code cell 1 (cell 2 of the notebook, id cell-1), near line 3: failed.')
    expect(err).toContain('  TypeError: Cannot read properties of undefined')
    expect(err).toContain(
      `${join(folder, '05-broken.ipynb')}: is not JSON: line 1, column 12: unexpected "}".`,
    )
    const failed = await readNotebook(join(folder, 'out', '03-throws.ipynb'))
    expect(failed.cells[2]).toMatchObject({ execution_count: null, outputs: [] })
  })

  test('tells of a cell that ends the kernel and of one that takes too long', async () => {
    await save('06-exit', notebook('process.exit(1)', '2'))
    await save('07-loop', notebook('while (true) {}', '2'))
    // Half a second is enough for the first one only where the machine is quick.
    const exit = await run('6', '--format', 'ipynb', '--output', 'out')
    expect(exit.code).toBe(1)
    expect(exit.err).toContain('06-exit, code cell 1 (cell 2 of the notebook, id cell-1): ended the kernel.')
    expect(exit.err).toContain('process.exit() in a cell does that.')
    const loop = await run('7', '--timeout', '0.5', '--format', 'ipynb', '--output', 'out')
    expect(loop.code).toBe(1)
    expect(loop.err).toContain('07-loop, code cell 1 (cell 2 of the notebook, id cell-1): ran out of time.')
    expect(loop.err).toMatch(/It took longer than 0\.5 s and (was interrupted|could not be interrupted)/)
  })

  test('lets a cell with the tag raises-exception fail, as nbconvert does', async () => {
    const failing = notebook("throw new Error('as planned')", "console.log('after')")
    const [intro, first, second] = failing.cells
    if (!intro || !first || !second) throw new Error('The notebook has three cells.')
    await save('08-tagged', {
      ...failing,
      cells: [intro, { ...first, metadata: { tags: ['raises-exception'] } }, second],
    })
    const { code } = await run('8', '--format', 'ipynb', '--output', 'out')
    expect(code).toBe(0)
    const { cells } = await readNotebook(join(folder, 'out', '08-tagged.ipynb'))
    expect(cells[2]).toMatchObject({ outputs: [{ name: 'stdout', text: 'after\n' }] })
  })

  test('writes pages with an index, and prints where it is when there is no display', async () => {
    await save('09-page', notebook("console.log('seen in the page')"))
    const { code, out } = await run('9', '--open')
    expect(code).toBe(0)
    const index = join(folder, 'work', 'selected', 'index.html')
    expect(out).toContain(`Look at it in a browser: file://`)
    expect(out).toContain(`File: ${index}\n`)
    await access(index)
    expect(await readFile(join(folder, 'work', 'selected', '09-page.html'), 'utf8')).toContain(
      'seen in the page',
    )
  })

  test('refuses to write over the notebook itself', async () => {
    await save('10-self', notebook('1'))
    const { code, err } = await run('10', '--format', 'ipynb', '--output', '.')
    expect(code).toBe(2)
    expect(err).toContain('would write over')
  })
})
