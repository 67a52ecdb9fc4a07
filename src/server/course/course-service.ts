import type { ChapterProgress } from './chapter-progress.js'

/** A chapter as the learner has it. */
export interface ChapterState {
  readonly name: string
  readonly number: number
  readonly title: string
  readonly minutes: string | null
  /** The path of the learner's copy in the contents API, whether it is there yet or not. */
  readonly path: string
  /** `outdated`: the course has a newer chapter than the one that the copy was made from. */
  readonly copy: 'none' | 'there' | 'outdated'
  readonly progress: ChapterProgress
  /** Why the copy cannot be read, if so. */
  readonly problem: string | null
}

export interface CourseState {
  /** The chapter that was opened last, by name. */
  readonly last: string | null
  readonly chapters: readonly ChapterState[]
}

/** What to do with a newer chapter: put it in the copy's place, beside it, or neither. The copy is always kept. */
export type UpdateChoice = 'instead' | 'beside' | 'neither'

/** The course as one learner has it: chapters, copies, progress. */
export interface Course {
  state(): Promise<CourseState>
  /** Makes the learner's copy if there is none, and remembers the chapter as the last one opened. */
  open(name: string): Promise<{ readonly path: string }>
  /** Puts the chapter back to what the course has; the copy is kept beside it. @returns both paths */
  reset(name: string): Promise<{ readonly path: string; readonly kept: string | null }>
  /** @returns the paths of the copy, of what was kept, and of what was put beside it */
  update(
    name: string,
    choice: UpdateChoice,
  ): Promise<{ readonly path: string; readonly kept: string | null; readonly added: string | null }>
  /** The path to begin with: the chapter that was opened last, else the first. Its copy is made. */
  resume(): Promise<string>
  /** The chapter whose copy has this path in the contents API. */
  chapterAt(path: string): Promise<string | undefined>
}
