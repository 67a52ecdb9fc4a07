import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Notebook } from '../../../src/jupyter/notebook/notebook.js'
import { parseNotebook, readNotebook } from '../../../src/jupyter/notebook/read-notebook.js'
import { formatNotebook, writeNotebook } from '../../../src/jupyter/notebook/write-notebook.js'
import { anyNotebook } from './notebook-values.js'

const small: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript' } },
  cells: [
    { cell_type: 'markdown', id: 'm', metadata: {}, source: '# Title\n\nText' },
    {
      cell_type: 'code',
      id: 'c',
      metadata: { trusted: true },
      source: '1 + 1\n',
      execution_count: 1,
      outputs: [
        { output_type: 'stream', name: 'stdout', text: '2\n' },
        { output_type: 'display_data', metadata: {}, data: { 'text/plain': '', 'image/png': 'AAAA\n' } },
      ],
    },
  ],
}

describe('formatNotebook()', () => {
  test('sorts keys, indents by one space, splits text into lines and ends with a newline', () => {
    expect(formatNotebook(small)).toBe(`{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "m",
   "metadata": {},
   "source": [
    "# Title\\n",
    "\\n",
    "Text"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "c",
   "metadata": {},
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "2\\n"
     ]
    },
    {
     "data": {
      "image/png": "AAAA\\n",
      "text/plain": []
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": [
    "1 + 1\\n"
   ]
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "TypeScript",
   "name": "tslab"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`)
  })

  test('writes what parseNotebook() reads back as the same notebook', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        // JSON has no −0.
        const asJson = JSON.parse(JSON.stringify(notebook))
        expect(parseNotebook(formatNotebook(notebook), 'any.ipynb')).toEqual(asJson)
      }),
    )
  })

  test('gives the same text when the text it gave is read and written again', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const once = formatNotebook(notebook)
        expect(formatNotebook(parseNotebook(once, 'any.ipynb'))).toBe(once)
      }),
    )
  })
})

describe('writeNotebook()', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('replaces the file, keeps its permissions and leaves nothing else in the folder', async () => {
    const file = join(folder, 'a.ipynb')
    await writeFile(file, 'old')
    // The usual umask would take the group's right to write.
    await chmod(file, 0o664)
    await writeNotebook(file, small)
    expect(await readFile(file, 'utf8')).toBe(formatNotebook(small))
    expect(await readdir(folder)).toEqual(['a.ipynb'])
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o664)
  })

  test('writes through a symbolic link and leaves it one', async () => {
    const file = join(folder, 'a.ipynb')
    const link = join(folder, 'link.ipynb')
    await writeFile(file, 'old')
    await symlink(file, link)
    await writeNotebook(link, small)
    expect(await readFile(file, 'utf8')).toBe(formatNotebook(small))
    expect(
      (await readdir(folder, { withFileTypes: true })).find((e) => e.name === 'link.ipynb')?.isSymbolicLink(),
    ).toBe(true)
  })

  test('leaves the old file and no temporary one when it fails', async () => {
    await expect(writeNotebook(join(folder, 'absent', 'a.ipynb'), small)).rejects.toThrow('ENOENT')
    const bad: Notebook = { ...small, metadata: { title: 'x' } }
    await writeNotebook(join(folder, 'a.ipynb'), bad)
    expect(await readNotebook(join(folder, 'a.ipynb'))).toEqual(
      bad && { ...bad, cells: [bad.cells[0], { ...bad.cells[1], metadata: {} }] },
    )
    expect(await readdir(folder)).toEqual(['a.ipynb'])
  })
})
