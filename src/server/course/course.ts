import { relative, sep } from 'node:path'
import { onFile } from '../contents/file-error.js'
import { PathLock } from '../contents/path-lock.js'
import { HttpError } from '../http-error.js'
import type { Folders } from '../services.js'
import type { ListedExercise } from './chapter-progress.js'
import { chapterStates } from './chapter-states.js'
import { Copies, type KeptFor } from './copies.js'
import { type CopiesRecord, type CopyRecord, readRecord, writeRecord } from './copies-record.js'
import type { Course } from './course-service.js'
import { makeCourseSource } from './course-source.js'
import { type Original, originalsIn } from './originals.js'
import { progressLog } from './progress-log.js'

export interface CourseOptions {
  /** The exercises of a chapter. Default: none, so that cells are counted. */
  readonly exercisesOf?: (chapter: number) => readonly ListedExercise[]
  readonly now?: () => Date
  /** That of the contents which the copies are part of. */
  readonly lock?: PathLock
}

/**
 * @throws HttpError from its methods: 404 for a chapter that is not in the course, 409 where a copy is no plain file
 */
export function createCourse(
  places: Pick<Folders, 'course' | 'root' | 'learner'>,
  options: CourseOptions = {},
): Course {
  const { exercisesOf = () => [], now = () => new Date(), lock = new PathLock() } = options
  const { learner, root } = places
  const originals = originalsIn(places.course)
  const log = progressLog(learner)
  const copies = new Copies(learner, now, lock)
  const prefix = relative(root, learner).split(sep).join('/')
  const pathOf = (file: string) => (prefix === '' ? file : `${prefix}/${file}`)
  const pathOfCopy = (name: string) => pathOf(`${name}.ipynb`)
  const stateOf = chapterStates({ fileOf: (name) => copies.file(name), pathOf: pathOfCopy, exercisesOf })

  /** One change of files and record after the other. What the disk says is said of the chapter's copy. */
  const turns = new PathLock()
  const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> =>
    turns.run('a change', () => onFile(pathOfCopy(name), work))

  const noChapter = (name: string, names: readonly string[]) =>
    new HttpError(404, `The course has no chapter '${name}'. It has: ${names.join(', ')}.`, 'No such chapter')

  async function find(name: string): Promise<Original> {
    const chapters = await originals.chapters()
    const chapter = chapters.find((each) => each.name === name)
    if (chapter !== undefined) return chapter
    throw noChapter(
      name,
      chapters.map((each) => each.name),
    )
  }

  /** What is known of the copies; nothing, where the record cannot be read. */
  const readableRecord = () => readRecord(learner).catch((): CopiesRecord => ({ copies: {} }))

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
    const isThere = await copies.has(original.name)
    await makeCourseSource(learner, places.course).catch((error: unknown) => {
      // Its cells say what they cannot import; what the learner wrote can be read all the same.
      if (!isThere) throw error
    })
    return copies.make(original)
  }

  const madeFrom = ({ hash }: Original): CopyRecord => ({ origin: hash, made: now().toISOString() })

  async function prepare(name: string): Promise<void> {
    const original = await find(name)
    const isNew = await make(original)
    const record = await readRecord(learner)
    // A copy that nothing is known of counts as made from what the course has now.
    if (!isNew && record.copies[name] !== undefined && record.last === name) return
    await note(name, (known) => (isNew ? madeFrom(original) : (known ?? madeFrom(original))))
  }

  async function open(name: string): Promise<{ path: string }> {
    const names = await originals.names()
    if (!names.includes(name)) throw noChapter(name, names)
    await prepare(name).catch(async (error: unknown) => {
      // A copy opens whatever else cannot be done: the disk is full, or can only be read.
      if (!(await copies.has(name))) throw error
    })
    return { path: pathOfCopy(name) }
  }

  /** Puts the chapter in the place of a copy that was there before. @returns where the copy is kept */
  async function replace(original: Original, reason: KeptFor): Promise<string | null> {
    const isNew = await make(original)
    const kept = isNew ? null : pathOf(await copies.replace(original, reason))
    // Where no record can be written, the chapter is offered once more.
    await note(original.name, () => madeFrom(original)).catch(() => {})
    return kept
  }

  return {
    async state() {
      const [chapters, record, events] = await Promise.all([
        originals.chapters(),
        readableRecord(),
        log.read(),
      ])
      return {
        last: record.last ?? null,
        chapters: await Promise.all(chapters.map((chapter) => stateOf(chapter, record, events))),
      }
    },

    open: (name) => inTurn(name, () => open(name)),

    reset: (name) =>
      inTurn(name, async () => ({
        path: pathOfCopy(name),
        kept: await replace(await find(name), 'reset'),
      })),

    update: (name, choice) =>
      inTurn(name, async () => {
        const original = await find(name)
        const path = pathOfCopy(name)
        if (choice === 'instead' || !(await copies.has(name))) {
          return { path, kept: await replace(original, 'update'), added: null }
        }
        const added = choice === 'beside' ? pathOf(await copies.add(original)) : null
        await note(name, (known) => ({ ...(known ?? madeFrom(original)), answered: original.hash }))
        return { path, kept: null, added }
      }),

    resume: () =>
      inTurn('', async () => {
        const [names, record] = await Promise.all([originals.names(), readableRecord()])
        const name = names.find((each) => each === record.last) ?? names[0]
        return name === undefined ? prefix : (await open(name)).path
      }),

    async chapterAt(path) {
      const wanted = path.replace(/^\/+/, '')
      // Most paths are not beside the copies; for those nothing on the disk is looked at.
      const name = (wanted.split('/').at(-1) ?? '').replace(/\.ipynb$/, '')
      if (wanted !== pathOfCopy(name)) return undefined
      return (await originals.names()).includes(name) ? name : undefined
    },
  }
}
