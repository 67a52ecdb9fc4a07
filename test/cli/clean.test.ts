import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backprop } from '../../src/cli/backprop.js'
import { collector } from './collector.js'

let cwd: string
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'backprop-clean-'))
})
afterAll(() => rm(cwd, { recursive: true }))

const run = async (...words: string[]) => {
  const [out, err] = [collector(), collector()]
  const code = await backprop(['clean', ...words], { out, err, cwd, env: {}, platform: process.platform })
  return { code, out: out.text, err: err.text }
}
const notebook = (outputs: unknown[]) =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      { cell_type: 'markdown', id: 'm', metadata: {}, source: 'text' },
      {
        cell_type: 'code',
        id: 'c',
        metadata: {},
        source: '1',
        execution_count: outputs.length || null,
        outputs,
      },
    ],
  })
const stream = { output_type: 'stream', name: 'stdout', text: 'x\n' }

it('clean strips outputs of the notebooks of a folder, and keeps text and code', async () => {
  await mkdir(join(cwd, 'sub', '.ipynb_checkpoints'), { recursive: true })
  await writeFile(join(cwd, 'a.ipynb'), notebook([stream, stream]))
  await writeFile(join(cwd, 'sub', 'b.ipynb'), notebook([]))
  const hidden = join(cwd, 'sub', '.ipynb_checkpoints', 'b-checkpoint.ipynb')
  await writeFile(hidden, notebook([stream]))
  expect(await run('.', '--dry-run')).toMatchObject({
    out: 'a.ipynb: 2 outputs\n1 of 2 notebooks would be cleaned.\n',
  })
  expect(await run('.')).toEqual({
    code: 0,
    out: 'a.ipynb: 2 outputs\n1 of 2 notebooks were cleaned.\n',
    err: '',
  })
  const { cells } = JSON.parse(await readFile(join(cwd, 'a.ipynb'), 'utf8'))
  expect(cells).toMatchObject([{ source: ['text'] }, { source: ['1'], outputs: [], execution_count: null }])
  expect(await readFile(join(cwd, 'sub', 'b.ipynb'), 'utf8')).toBe(notebook([]))
  expect(await readFile(hidden, 'utf8')).toBe(notebook([stream]))
})

it('a broken notebook is named and stays as it is; the others are cleaned', async () => {
  await writeFile(join(cwd, 'a.ipynb'), notebook([stream]))
  await writeFile(join(cwd, 'broken.ipynb'), '{')
  const { code, out, err } = await run('a.ipynb', 'broken.ipynb')
  expect([code, out]).toEqual([1, 'a.ipynb: 1 output\n1 of 2 notebooks were cleaned.\n'])
  expect(err).toMatch(/broken\.ipynb: is not JSON.*It stays as it is\./)
  expect(await readFile(join(cwd, 'broken.ipynb'), 'utf8')).toBe('{')
})

it('what is no notebook is refused before anything is written', async () => {
  await writeFile(join(cwd, 'a.ipynb'), notebook([stream]))
  await writeFile(join(cwd, 'text.txt'), 'x')
  expect((await run('a.ipynb', 'text.txt')).code).toBe(2)
  expect((await run('a.ipynb', 'none')).code).toBe(2)
  expect((await run()).code).toBe(2)
  expect(await readFile(join(cwd, 'a.ipynb'), 'utf8')).toBe(notebook([stream]))
})
