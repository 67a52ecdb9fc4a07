import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chapter, chapterNames, chapterText, notebooksFolder } from './chapters.js'

it('the notebooks are the eight chapters', () => {
  expect(readdirSync(notebooksFolder).filter((name) => !name.startsWith('.'))).toEqual(
    chapterNames.map((name) => `${name}.ipynb`),
  )
})

describe.each(chapterNames)('%s, as committed', (name) => {
  it('is JSON with one-space indentation and a newline at its end', () => {
    expect(chapterText(name)).toBe(`${JSON.stringify(chapter(name), null, 1)}\n`)
  })

  it('has nothing in its metadata but what nbformat 4.5 and tslab need', () => {
    const { metadata, nbformat, nbformat_minor } = chapter(name)
    expect({ metadata, nbformat, nbformat_minor }).toEqual({
      metadata: {
        kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' },
        language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    })
  })

  it('has cells without outputs, counts or metadata', () => {
    for (const { id, source, ...cell } of chapter(name).cells) {
      expect(cell, `cell ${id}`).toEqual(
        cell.cell_type === 'code'
          ? { cell_type: 'code', metadata: {}, outputs: [], execution_count: null }
          : { cell_type: 'markdown', metadata: {} },
      )
      expect(source.join('').trim(), `cell ${id}`).not.toBe('')
      expect(
        source.slice(0, -1).every((line) => line.endsWith('\n') && !/[ \t]\n$/.test(line)),
        `cell ${id}`,
      ).toBe(true)
    }
  })

  it('has ids that tell what a cell is about, each once', () => {
    const ids = chapter(name).cells.map(({ id }) => id)
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]{1,62}[a-z0-9]$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has 25 to 90 cells', () => {
    const { length } = chapter(name).cells
    expect(length).toBeGreaterThanOrEqual(25)
    expect(length).toBeLessThanOrEqual(90)
  })
})
