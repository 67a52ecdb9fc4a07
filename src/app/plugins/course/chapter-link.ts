import type { ChapterState } from '../../../server/course/course-service.js'
import { element } from '../element.js'
import type { CourseActions } from './course-actions.js'

/** A link to a chapter's page: it goes there in this window, or in another one if the learner asks the browser so. */
export function chapterLink(
  chapter: ChapterState,
  actions: CourseActions,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLAnchorElement {
  const link = element('a', { href: actions.addressOf(chapter), ...attributes }, ...children)
  link.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    actions.go(chapter)
  })
  return link
}
