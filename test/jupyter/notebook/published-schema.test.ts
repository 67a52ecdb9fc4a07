import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject, Notebook } from '../../../src/jupyter/notebook/notebook.js'
import { parseNotebook } from '../../../src/jupyter/notebook/read-notebook.js'
import { formatNotebook } from '../../../src/jupyter/notebook/write-notebook.js'
import { anyNotebook } from './notebook-values.js'

const root = join(import.meta.dirname, '..', '..', '..')

/** What the published schema of nbformat 4.`minor` finds wrong, by ajv itself. */
function validator(minor: number): (value: unknown) => unknown[] {
  const room = minor === 5 ? 'src' : 'test'
  const file = join(root, room, 'jupyter', 'notebook', 'schema', `nbformat.v4.${minor}.schema.json`)
  const { $schema: _, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  const validate = new Ajv({ strict: false }).compile(schema)
  return (value) => {
    validate(value)
    return validate.errors ?? []
  }
}

/** The notebook as a file of an older minor version: the cells have no ids. */
function older(notebook: Notebook, minor: number): JsonObject {
  const { cells, ...rest } = JSON.parse(formatNotebook(notebook))
  return { ...rest, nbformat_minor: minor, cells: cells.map(({ id: _, ...cell }: JsonObject) => cell) }
}

const problems45 = validator(5)

describe.each([0, 1, 2, 3, 4])('a notebook of nbformat 4.%i', (minor) => {
  const problems = validator(minor)

  test('is read, and written as a valid one of 4.5 with the same cells and ids of their own', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const file = older(notebook, minor)
        expect(problems(file)).toEqual([])
        const text = JSON.stringify(file)
        const read = parseNotebook(text, 'a.ipynb')
        const written = JSON.parse(formatNotebook(read))
        expect(problems45(written)).toEqual([])
        expect(older(read, minor)).toEqual(file)
        expect(new Set(read.cells.map(({ id }) => id)).size).toBe(read.cells.length)
        expect(parseNotebook(text, 'a.ipynb')).toEqual(read)
        expect(parseNotebook(formatNotebook(read), 'a.ipynb')).toEqual(read)
      }),
      { numRuns: 25 },
    )
  })
})

describe('a notebook of nbformat 4.5', () => {
  test('is written as the published schema says', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        expect(problems45(JSON.parse(formatNotebook(notebook)))).toEqual([])
      }),
    )
  })

  test('is refused whenever the published schema refuses it, wherever one value of it is another', () => {
    let refused = 0
    fc.assert(
      fc.property(anyNotebook, fc.nat(), fc.jsonValue({ maxDepth: 1 }), (notebook, at, value) => {
        const file = JSON.parse(formatNotebook(notebook))
        replace(file, at, value)
        if (problems45(file).length === 0) return
        refused += 1
        expect(() => parseNotebook(JSON.stringify(file), 'a.ipynb')).toThrow(
          expect.objectContaining({ name: 'NotebookError' }),
        )
      }),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(20)
  })
})

/** Puts `value` in the place of the `at`th value inside. */
function replace(document: object, at: number, value: unknown): void {
  const places: [object, string][] = []
  const visit = (parent: object): void => {
    for (const [key, child] of Object.entries(parent)) {
      places.push([parent, key])
      if (typeof child === 'object' && child !== null) visit(child)
    }
  }
  visit(document)
  const place = places[at % places.length]
  if (place === undefined) return
  Object.defineProperty(place[0], place[1], { value, enumerable: true, configurable: true, writable: true })
}
