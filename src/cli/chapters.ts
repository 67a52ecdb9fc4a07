import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { didYouMean } from './nearest.js'
import { UsageError } from './usage-error.js'

/** A notebook to run. */
export interface Chapter {
  /** The file's name without `.ipynb`: `06-backprop`. */
  readonly name: string
  readonly file: string
}

/** The notebooks of a folder, in the order of their names. */
export async function chaptersIn(folder: string): Promise<Chapter[]> {
  const files = await readdir(folder).catch(() => {
    throw new UsageError(`There is no folder of notebooks at ${folder}.`)
  })
  return files
    .filter((file) => file.endsWith('.ipynb') && !file.startsWith('.'))
    .sort()
    .map((file) => chapterAt(join(folder, file)))
}

/**
 * The chapters that `words` mean, each once, in the order given; all of them without words. A word is a number (6 or
 * 06), a name (06-backprop), a slug (backprop) or the path of an `.ipynb`.
 *
 * @throws UsageError with the nearest name for a word that means none
 */
export function chooseChapters(
  words: readonly string[],
  chapters: readonly Chapter[],
  cwd: string,
): readonly Chapter[] {
  if (words.length === 0) return chapters
  const chosen = new Map<string, Chapter>()
  for (const word of words) {
    const chapter = chapterOf(word, chapters, cwd)
    const other = chosen.get(chapter.name)
    if (other !== undefined && other.file !== chapter.file) {
      throw new UsageError(
        `Two notebooks are called ${chapter.name}: ${other.file} and ${chapter.file}. Run them one after the other, with another --output.`,
      )
    }
    chosen.set(chapter.name, chapter)
  }
  return [...chosen.values()]
}

function chapterOf(word: string, chapters: readonly Chapter[], cwd: string): Chapter {
  if (word.toLowerCase().endsWith('.ipynb') || /[\\/]/.test(word)) return chapterAtPath(word, chapters, cwd)
  const lower = word.toLowerCase()
  const found = chapters.find(({ name }) => {
    const number = /^\d+/.exec(name)?.[0]
    const isNumber = /^\d+$/.test(word) && number !== undefined && Number(number) === Number(word)
    return isNumber || name.toLowerCase() === lower || slugOf(name).toLowerCase() === lower
  })
  if (found !== undefined) return found
  const names = chapters.map(({ name }) => name)
  const near = didYouMean(word, [...names.map(slugOf), ...names])
  throw new UsageError(
    names.length === 0
      ? `There is no chapter '${word}', and no other: the folder of notebooks is empty.`
      : `There is no chapter '${word}'.${near} Chapters: ${names.join(', ')}.`,
  )
}

/** A path from where we are, else a file's name in the folder of notebooks. */
function chapterAtPath(word: string, chapters: readonly Chapter[], cwd: string): Chapter {
  const file = resolve(cwd, word)
  if (existsSync(file)) {
    if (!file.toLowerCase().endsWith('.ipynb')) throw new UsageError(`${word} is not an .ipynb file.`)
    return chapterAt(file)
  }
  const inFolder = chapters.find((chapter) => basename(chapter.file) === word)
  if (inFolder !== undefined) return inFolder
  const names = chapters.filter((chapter) => dirname(chapter.file) === dirname(file) || !/[\\/]/.test(word))
  throw new UsageError(
    `There is no file ${file}.${didYouMean(
      basename(word),
      names.map((chapter) => basename(chapter.file)),
    )}`,
  )
}

function chapterAt(file: string): Chapter {
  return { name: basename(file).replace(/\.ipynb$/i, ''), file }
}

/** A name without its number: `backprop` of `06-backprop`. */
function slugOf(name: string): string {
  return name.replace(/^\d+[-_. ]*/, '')
}
