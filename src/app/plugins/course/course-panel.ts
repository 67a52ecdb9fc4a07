import { Widget } from '@lumino/widgets'
import type { CourseState } from '../../../server/course/course-service.js'
import { button, element } from '../element.js'
import { chapterItem } from './chapter-item.js'
import type { CourseActions } from './course-actions.js'
import { exerciseList } from './exercise-list.js'
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
  #tab: 'chapters' | 'exercises' = 'chapters'
  #view: CourseView | undefined

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

  /** Shows the course anew; what has the focus keeps it, and the list stays where it was scrolled to. */
  render(view: CourseView): void {
    const { node, actions } = this
    const { course, current, headings } = view
    const isAnother = current !== this.#view?.current
    this.#view = view
    const focused = node.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-key')
      : undefined
    const scrolled = node.querySelector('.scrolls')?.scrollTop ?? 0
    const items = course.chapters.map((chapter) =>
      chapterItem(chapter, chapter.name === current ? headings : undefined, actions),
    )
    const list = element(
      'div',
      { class: 'scrolls' },
      this.#tab === 'chapters'
        ? element('ol', { class: 'chapters' }, ...items)
        : exerciseList(course.chapters, actions),
    )
    node.replaceChildren(
      element('h2', {}, 'Course'),
      this.#tabs(),
      list,
      ...pager(course.chapters, current, actions),
    )
    list.scrollTop = scrolled
    if (isAnother) node.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
    if (typeof focused === 'string')
      node.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }

  #tabs(): HTMLElement {
    const tab = (name: 'chapters' | 'exercises', label: string) =>
      button(
        label,
        () => {
          this.#tab = name
          if (this.#view !== undefined) this.render(this.#view)
        },
        { 'data-key': `tab ${name}`, 'aria-pressed': String(this.#tab === name) },
      )
    return element(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'What to list' },
      tab('chapters', 'Chapters'),
      tab('exercises', 'Exercises'),
    )
  }

  protected override onActivateRequest(): void {
    const here = this.node.querySelector<HTMLElement>('[aria-current]') ?? this.node
    here.focus()
  }
}
