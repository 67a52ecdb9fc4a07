import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNotebook, readNotebook } from '../../../src/jupyter/notebook/read-notebook.js'

const code = { cell_type: 'code', id: 'a', metadata: {}, source: '1', execution_count: null, outputs: [] }

function textOf(changes: object, cells: readonly unknown[] = [code]): string {
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells, ...changes })
}

describe('parseNotebook()', () => {
  test('joins lists of lines and keeps JSON media as they are', () => {
    const cells = [
      {
        ...code,
        source: ['const a = 1\n', 'a'],
        outputs: [
          { output_type: 'stream', name: 'stdout', text: ['1\n', '2\n'] },
          {
            output_type: 'display_data',
            metadata: {},
            data: { 'text/html': ['<p>', '</p>'], 'application/vnd.plotly.v1+json': ['a', 'b'] },
          },
        ],
      },
    ]
    const [cell] = parseNotebook(textOf({}, cells), 'a.ipynb').cells
    expect(cell).toMatchObject({
      source: 'const a = 1\na',
      outputs: [
        { text: '1\n2\n' },
        { data: { 'text/html': '<p></p>', 'application/vnd.plotly.v1+json': ['a', 'b'] } },
      ],
    })
  })

  test('gives the cells of nbformat 4.0 to 4.4 ids, the same ones each time', () => {
    const { id: _, ...old } = code
    const text = textOf({ nbformat_minor: 2 }, [old, old])
    const first = parseNotebook(text, 'a.ipynb')
    expect(first.nbformat_minor).toBe(5)
    expect(new Set(first.cells.map((cell) => cell.id)).size).toBe(2)
    expect(parseNotebook(text, 'a.ipynb')).toEqual(first)
  })

  test('takes a newer minor version that holds nothing but what nbformat 4.5 has', () => {
    const { nbformat_minor, cells } = parseNotebook(textOf({ nbformat_minor: 6 }, [code]), 'a.ipynb')
    expect([nbformat_minor, cells]).toMatchObject([5, [{ id: code.id }]])
  })

  test.each([
    ['an empty file', '', 'a.ipynb: is empty; expected a notebook as JSON.'],
    [
      'a file cut short',
      '{\n "cells": [',
      'a.ipynb: is not JSON: line 2, column 12: the file ends too early.',
    ],
    ['a stray comma', '{\n "cells": [,]}', 'a.ipynb: is not JSON: line 2, column 12: unexpected ",".'],
    [
      'a merge conflict',
      '{\n<<<<<<< HEAD\n',
      'a.ipynb: is not JSON: line 2 is the mark of a merge conflict.',
    ],
    ['a byte order mark', '\uFEFF{}', 'a.ipynb: starts with a byte order mark'],
    ['a list', '[]', 'a.ipynb: the file should be an object, but is a list.'],
    ['other JSON', '{"name":"x"}', 'a.ipynb: nbformat is missing, so this is not a notebook.'],
    ['nbformat 3', textOf({ nbformat: 3 }), 'a.ipynb: nbformat is 3, which is too old; expected 4.'],
    ['nbformat 5', textOf({ nbformat: 5 }), 'a.ipynb: nbformat should be 4, but is 5.'],
    [
      'what nbformat 4.6 has added',
      textOf({ nbformat_minor: 6, $schema: 'x' }),
      'a.ipynb: nbformat_minor is 6, and 5 is the newest that is known here. By nbformat 4.5 it is not valid: $schema is not part of the format. Expected: nbformat, nbformat_minor, metadata, cells. Saved here it would lose what 4.6 has added, so it is not opened and stays as it is. Save it as nbformat 4.5 with the program that made it.',
    ],
    [
      'a cell of a kind that nbformat 4.7 has added',
      textOf({ nbformat_minor: 7 }, [{ ...code, cell_type: 'slide' }]),
      'By nbformat 4.5 it is not valid: cells[0].cell_type should be "code", "markdown" or "raw", but is "slide".',
    ],
    [
      'no cells',
      '{"nbformat":4,"nbformat_minor":5,"metadata":{}}',
      'a.ipynb: cells is missing; expected a list.',
    ],
    [
      'no id',
      textOf({}, [{ ...code, id: undefined }]),
      'cells[0].id is missing; expected a string of 1 to 64',
    ],
    ['a wrong id', textOf({}, [{ ...code, id: 'a b' }]), 'cells[0].id should be a string of 1 to 64'],
    ['the same id twice', textOf({}, [code, code]), 'cells[1].id: "a" is already the id of cells[0]'],
    [
      'a wrong source',
      textOf({}, [{ ...code, source: [1] }]),
      'cells[0].source[0] should be a string, but is 1.',
    ],
    [
      'no outputs',
      textOf({}, [{ ...code, outputs: undefined }]),
      'cells[0].outputs is missing; expected a list.',
    ],
    [
      'a wrong count',
      textOf({}, [{ ...code, execution_count: -1 }]),
      'cells[0].execution_count should be a whole',
    ],
    [
      'a heading cell',
      textOf({}, [{ ...code, cell_type: 'heading' }]),
      'cells[0].cell_type should be "code"',
    ],
    ['an unknown key', textOf({}, [{ ...code, prompt: 1 }]), 'cells[0].prompt is not part of the format.'],
    [
      'a wrong output',
      textOf({}, [{ ...code, outputs: [{ output_type: 'pyout' }] }]),
      'cells[0].outputs[0].output_type should be "stream"',
    ],
    [
      'a wrong kernelspec',
      textOf({ metadata: { kernelspec: { name: 1 } } }),
      'metadata.kernelspec.name should be a string',
    ],
    [
      'nbformat 4.-1',
      textOf({ nbformat_minor: -1 }),
      'nbformat_minor should be a whole number that is not negative, but is -1.',
    ],
    [
      'a tag with a comma',
      textOf({}, [code, { ...code, id: 'b', metadata: { tags: ['a', 'b,c'] } }]),
      'cells[1].metadata.tags[1] must match pattern "^[^,]+$" (by the schema of nbformat 4.5).',
    ],
    [
      'the same tag twice',
      textOf({}, [{ ...code, metadata: { tags: ['a', 'a'] } }]),
      'cells[0].metadata.tags must NOT have duplicate items',
    ],
    [
      'wrong metadata of a markdown cell',
      textOf({}, [{ cell_type: 'markdown', id: 'a', metadata: { name: '' }, source: '' }]),
      'cells[0].metadata.name must match pattern',
    ],
    ['wrong authors', textOf({ metadata: { authors: 'Ada' } }), 'metadata.authors must be array'],
    [
      'deep nesting',
      `{"nbformat":4,"nbformat_minor":5,"metadata":{"a":${'['.repeat(5000)}${']'.repeat(5000)}},"cells":[]}`,
      'has values nested more than 200 deep.',
    ],
  ])('refuses %s with the reason', (_, text, reason) => {
    expect(() => parseNotebook(text, 'a.ipynb')).toThrow(reason)
  })

  test('gives a cell that has none an id that no other has, though one has what it would get', () => {
    const { id: _, ...old } = code
    const [first] = parseNotebook(textOf({ nbformat_minor: 4 }, [old]), 'a.ipynb').cells
    const taken = parseNotebook(textOf({ nbformat_minor: 4 }, [old, { ...old, id: first?.id }]), 'a.ipynb')
    expect(taken.cells[1]?.id).toBe(first?.id)
    expect(taken.cells[0]?.id).not.toBe(first?.id)
  })

  test('reads a million brackets, and other deep nonsense, as a broken notebook', () => {
    for (const text of ['['.repeat(1e6), '['.repeat(1e6) + ']'.repeat(1e6), '{"a":'.repeat(1e5)]) {
      expect(() => parseNotebook(text, 'a.ipynb')).toThrow(expect.objectContaining({ name: 'NotebookError' }))
    }
  })

  test('throws nothing but NotebookError, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (cells, rest) => {
        const text = `{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","outputs":${cells},"source":${rest}}]}`
        expect(() => parseNotebook(text, 'a.ipynb')).toThrow(
          expect.objectContaining({ name: 'NotebookError' }),
        )
      }),
    )
  })

  test('keeps a key named __proto__ as an ordinary key', () => {
    const notebook = parseNotebook(
      '{"nbformat":4,"nbformat_minor":5,"metadata":{"__proto__":{"polluted":1}},"cells":[]}',
      'a.ipynb',
    )
    expect(Object.keys(notebook.metadata)).toEqual(['__proto__'])
    expect(notebook.metadata['polluted']).toBeUndefined()
  })
})

describe('readNotebook()', () => {
  test('names the file when it is absent or not UTF-8', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
    try {
      await expect(readNotebook(join(folder, 'absent.ipynb'))).rejects.toThrow(
        /absent\.ipynb: cannot be read: ENOENT/,
      )
      await writeFile(join(folder, 'latin.ipynb'), Buffer.from([0x7b, 0xe9]))
      await expect(readNotebook(join(folder, 'latin.ipynb'))).rejects.toThrow(
        'latin.ipynb: is not UTF-8 text.',
      )
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
