import { Widget } from '@lumino/widgets'
import type { CourseState } from '../../../server/course/course-service.js'
import { element } from '../element.js'
import { chapterItem } from './chapter-item.js'
import type { CourseActions } from './course-actions.js'
import type { NotebookHeading } from './headings.js'
import { pager } from './pager.js'

/** What the panel shows. */
export interface CourseView {
  readonly course: CourseState
  /** The chapter that is open on this page, by name. */
  readonly current: string | undefined
  readonly headings: readonly NotebookHeading[]
}

/** The course beside the notebook: its chapters, what the open one holds, and the way on. */
export class CoursePanel extends Widget {
  constructor(private readonly actions: CourseActions) {
    super({ node: element('nav', { 'aria-label': 'Course', tabindex: '-1' }) })
    this.id = 'backprop-course'
    this.title.label = 'Course'
    this.title.caption = 'Course'
    this.addClass('backprop-course')
    this.node.append(element('p', { class: 'message' }, 'The chapters are on their way …'))
  }

  /** Says that the course cannot be shown. */
  fail(reason: string): void {
    this.node.replaceChildren(element('p', { class: 'message' }, `The course cannot be shown. ${reason}`))
  }

  /** Shows the course anew; what has the focus keeps it. */
  render({ course, current, headings }: CourseView): void {
    const { node, actions } = this
    const focused = node.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-key')
      : undefined
    const items = course.chapters.map((chapter) =>
      chapterItem(chapter, chapter.name === current ? headings : undefined, actions),
    )
    node.replaceChildren(
      element('h2', {}, 'Course'),
      element('ol', { class: 'chapters' }, ...items),
      ...pager(course.chapters, current, actions),
    )
    if (typeof focused === 'string')
      node.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }

  protected override onActivateRequest(): void {
    const here = this.node.querySelector<HTMLElement>('[aria-current]') ?? this.node
    here.focus()
  }
}
