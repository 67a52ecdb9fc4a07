import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chapter, chaptersIn, chooseChapters } from '../../src/cli/chapters.js'

let folder: string
let chapters: Chapter[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backprop-test-'))
  for (const name of ['10-later', '06-backprop', '01-contours-and-gradient', '.hidden', 'extra']) {
    await writeFile(join(folder, `${name}.ipynb`), '{}')
  }
  await writeFile(join(folder, 'notes.md'), '')
  chapters = await chaptersIn(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const choose = (...words: string[]) => chooseChapters(words, chapters, folder).map(({ name }) => name)

test('chaptersIn() lists the notebooks in the order of their names', () => {
  expect(chapters.map(({ name }) => name)).toEqual([
    '01-contours-and-gradient',
    '06-backprop',
    '10-later',
    'extra',
  ])
})

describe('chooseChapters()', () => {
  test('takes all chapters without words', () => {
    expect(choose()).toHaveLength(4)
  })

  test.each(['6', '06', '06-backprop', 'backprop', 'Backprop', '06-backprop.ipynb', './06-backprop.ipynb'])(
    'understands %s',
    (word) => {
      expect(choose(word)).toEqual(['06-backprop'])
    },
  )

  test('keeps the order given, and takes a chapter once', () => {
    expect(choose('10', 'extra', '1', 'later')).toEqual(['10-later', 'extra', '01-contours-and-gradient'])
  })

  test('takes a path from anywhere', () => {
    expect(chooseChapters([join(folder, 'extra.ipynb')], [], '/')).toEqual([
      { name: 'extra', file: join(folder, 'extra.ipynb') },
    ])
  })

  test.each([
    [
      'bakprop',
      "There is no chapter 'bakprop'. Did you mean backprop? Chapters: 01-contours-and-gradient, 06-backprop",
    ],
    ['06-bakprop', 'Did you mean 06-backprop?'],
    ['7', "There is no chapter '7'. Chapters:"],
    ['06-bakprop.ipynb', 'Did you mean 06-backprop.ipynb?'],
    ['./notes.md', './notes.md is not an .ipynb file.'],
  ])('refuses %s and says what there is', (word, message) => {
    expect(() => choose(word)).toThrow(message)
  })

  test('refuses two notebooks of one name, whose pages would be one', async () => {
    const other = await mkdtemp(join(tmpdir(), 'backprop-test-'))
    try {
      await writeFile(join(other, '06-backprop.ipynb'), '{}')
      expect(() => choose('6', join(other, '06-backprop.ipynb'))).toThrow(
        'Two notebooks are called 06-backprop',
      )
    } finally {
      await rm(other, { recursive: true })
    }
  })
})
