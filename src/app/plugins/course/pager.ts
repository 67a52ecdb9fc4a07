import type { ChapterState } from '../../../server/course/course-service.js'
import { element } from '../element.js'
import { chapterLink } from './chapter-link.js'
import type { CourseActions } from './course-actions.js'

/** Links to the chapters before and after the open one; nothing where no chapter is open. */
export function pager(
  chapters: readonly ChapterState[],
  current: string | undefined,
  actions: CourseActions,
): HTMLElement[] {
  const at = chapters.findIndex(({ name }) => name === current)
  if (at === -1) return []
  const link = (chapter: ChapterState | undefined, rel: 'prev' | 'next', label: string) =>
    chapter === undefined
      ? undefined
      : chapterLink(
          chapter,
          actions,
          { class: rel, rel, 'data-key': rel },
          element('span', {}, label),
          ' ',
          element('strong', {}, `${chapter.number}. ${chapter.title}`),
        )
  const previous = link(chapters[at - 1], 'prev', 'Previous chapter')
  return [element('div', { class: 'pager' }, previous, link(chapters[at + 1], 'next', 'Next chapter'))]
}
