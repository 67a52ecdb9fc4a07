import { relative, sep } from 'node:path'
import { NotebookError } from '../../jupyter/notebook/notebook-error.js'
import { readNotebook } from '../../jupyter/notebook/read-notebook.js'
import { HttpError } from '../http-error.js'
import type { Folders } from '../services.js'
import { contentHash } from './chapter-facts.js'
import { cellProgress, exerciseProgress, type ListedExercise } from './chapter-progress.js'
import { Copies } from './copies.js'
import { type CopiesRecord, type CopyRecord, readRecord, writeRecord } from './copies-record.js'
import type { ChapterState, Course } from './course-service.js'
import { makeCourseSource } from './course-source.js'
import { type Original, originalsIn } from './originals.js'
import { type ProgressEvent, progressLog } from './progress-log.js'
import { readWhenChanged } from './read-when-changed.js'

export interface CourseOptions {
  /** The exercises of a chapter. Default: none, so that cells are counted. */
  readonly exercisesOf?: (chapter: number) => readonly ListedExercise[]
  readonly now?: () => Date
}

/**
 * @throws HttpError from its methods: 404 for a chapter that is not in the course, 409 where a copy is no plain file
 */
export function createCourse(
  places: Pick<Folders, 'course' | 'root' | 'learner'>,
  options: CourseOptions = {},
): Course {
  const { exercisesOf = () => [], now = () => new Date() } = options
  const { learner, root } = places
  const originals = originalsIn(places.course)
  const log = progressLog(learner)
  const copies = new Copies(learner, now)
  const copy = readWhenChanged((file) =>
    readNotebook(file).then(
      (notebook) => ({ hash: contentHash(notebook), progress: cellProgress(notebook), problem: null }),
      (error: unknown) => ({
        hash: null,
        progress: null,
        problem: error instanceof NotebookError ? error.reason : String(error),
      }),
    ),
  )
  const prefix = relative(root, learner).split(sep).join('/')
  const pathOf = (file: string) => (prefix === '' ? file : `${prefix}/${file}`)
  const pathOfCopy = (name: string) => pathOf(`${name}.ipynb`)

  /** One change of files and record after the other. */
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }

  async function find(name: string): Promise<Original> {
    const chapters = await originals()
    const chapter = chapters.find((each) => each.name === name)
    if (chapter !== undefined) return chapter
    throw new HttpError(
      404,
      `The course has no chapter '${name}'. It has: ${chapters.map((each) => each.name).join(', ')}.`,
      'No such chapter',
    )
  }

  async function note(name: string, change: (record: CopyRecord | undefined) => CopyRecord): Promise<void> {
    const record = await readRecord(learner)
    await writeRecord(learner, {
      ...record,
      last: name,
      copies: { ...record.copies, [name]: change(record.copies[name]) },
    })
  }

  /** Makes what the copy's cells import, then the copy if there is none. */
  async function make(original: Original): Promise<boolean> {
    await makeCourseSource(learner, places.course)
    return copies.make(original)
  }

  const madeFrom = ({ hash }: Original): CopyRecord => ({ origin: hash, made: now().toISOString() })

  async function open(name: string): Promise<{ path: string }> {
    const original = await find(name)
    const isNew = await make(original)
    const record = await readRecord(learner)
    // A copy that nothing is known of counts as made from what the course has now.
    if (isNew || record.copies[name] === undefined || record.last !== name) {
      const noted = note(name, (known) => (isNew ? madeFrom(original) : (known ?? madeFrom(original))))
      // The copy opens also where no record can be written: the disk is full, or can only be read.
      await noted.catch(() => {})
    }
    return { path: pathOfCopy(name) }
  }

  async function stateOf(
    original: Original,
    record: CopiesRecord,
    events: readonly ProgressEvent[],
  ): Promise<ChapterState> {
    const { name, number, title, minutes, cells, hash } = original
    const found = await copy(copies.file(name))
    const known = record.copies[name]
    const isOutdated =
      known !== undefined && hash !== (known.answered ?? known.origin) && hash !== found?.hash
    const exercises = exercisesOf(number)
    const run = found?.progress ?? { of: 'cells', done: 0, all: cells, exercises: [] }
    return {
      name,
      number,
      title,
      minutes,
      path: pathOfCopy(name),
      copy: found === undefined ? 'none' : isOutdated ? 'outdated' : 'there',
      progress: exercises.length > 0 ? exerciseProgress(exercises, events) : run,
      problem: found?.problem ?? null,
    }
  }

  return {
    async state() {
      const [chapters, record, events] = await Promise.all([originals(), readRecord(learner), log.read()])
      return {
        last: record.last ?? null,
        chapters: await Promise.all(chapters.map((chapter) => stateOf(chapter, record, events))),
      }
    },

    open: (name) => inTurn(() => open(name)),

    reset: (name) =>
      inTurn(async () => {
        const original = await find(name)
        const isNew = await make(original)
        const kept = isNew ? null : pathOf(await copies.replace(original, 'reset'))
        await note(name, () => madeFrom(original))
        return { path: pathOfCopy(name), kept }
      }),

    update: (name, choice) =>
      inTurn(async () => {
        const original = await find(name)
        const path = pathOfCopy(name)
        const isNew = await make(original)
        if (isNew || choice === 'instead') {
          const kept = isNew ? null : pathOf(await copies.replace(original, 'update'))
          await note(name, () => madeFrom(original))
          return { path, kept, added: null }
        }
        const added = choice === 'beside' ? pathOf(await copies.add(original)) : null
        await note(name, (known) => ({ ...(known ?? madeFrom(original)), answered: original.hash }))
        return { path, kept: null, added }
      }),

    resume: () =>
      inTurn(async () => {
        const [chapters, record] = await Promise.all([originals(), readRecord(learner)])
        const chapter = chapters.find(({ name }) => name === record.last) ?? chapters[0]
        if (chapter === undefined) return prefix
        return (await open(chapter.name)).path
      }),

    async chapterAt(path) {
      const wanted = path.replace(/^\/+/, '')
      // Most paths are not beside the copies; for those nothing on the disk is looked at.
      const name = wanted.split('/').at(-1) ?? ''
      if (!name.endsWith('.ipynb') || wanted !== pathOf(name)) return undefined
      return (await originals()).find(({ name }) => pathOfCopy(name) === wanted)?.name
    },
  }
}
