import type { ChapterState } from '../../../server/course/course-service.js'
import type { NotebookHeading } from './headings.js'

/** What the panel's parts do when they are used. */
export interface CourseActions {
  /** The address of a chapter's page. */
  addressOf(chapter: ChapterState): string
  /** Goes to a chapter; with an exercise's id to the cell where it is. */
  go(chapter: ChapterState, exercise?: string): void
  reset(chapter: ChapterState): void
  update(chapter: ChapterState): void
  show(heading: NotebookHeading): void
}
