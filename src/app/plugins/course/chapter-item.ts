import type { ChapterState } from '../../../server/course/course-service.js'
import { button, element } from '../element.js'
import { chapterLink } from './chapter-link.js'
import type { CourseActions } from './course-actions.js'
import type { NotebookHeading } from './headings.js'
import { progressText } from './progress-text.js'

/**
 * A chapter of the list.
 *
 * @param headings those of the chapter if it is the open one
 */
export function chapterItem(
  chapter: ChapterState,
  headings: readonly NotebookHeading[] | undefined,
  actions: CourseActions,
): HTMLLIElement {
  const { name, number, title, minutes, progress } = chapter
  const facts = [minutes ?? undefined, progressText(progress)].filter((fact) => fact !== undefined)
  const link = chapterLink(
    chapter,
    actions,
    { class: 'chapter', 'data-key': name, 'aria-current': headings === undefined ? undefined : 'page' },
    element('span', { class: 'number' }, String(number)),
    element('span', { class: 'title' }, title),
    element('span', { class: 'facts' }, facts.join(' · ')),
    element(
      'span',
      { class: 'track', 'aria-hidden': 'true' },
      element('span', {
        class: 'done',
        style: `width:${Math.round((100 * progress.done) / (progress.all || 1))}%`,
      }),
    ),
  )
  return element(
    'li',
    { class: headings === undefined ? undefined : 'current' },
    link,
    ...notes(chapter, actions),
    ...(headings === undefined ? [] : [contents(headings, actions), tools(chapter, actions)]),
  )
}

function notes(chapter: ChapterState, actions: CourseActions): HTMLElement[] {
  const { name, copy, problem } = chapter
  const made: HTMLElement[] = []
  if (problem !== null) made.push(element('p', { class: 'note' }, `Your copy cannot be read: it ${problem}`))
  if (copy === 'outdated') {
    const choose = button('Look at the choices …', () => actions.update(chapter), {
      'data-key': `${name} update`,
    })
    made.push(element('p', { class: 'note' }, 'The course has a newer version of this chapter. ', choose))
  }
  return made
}

function contents(headings: readonly NotebookHeading[], actions: CourseActions): HTMLElement {
  const items = headings.map((heading) => {
    const key = `heading ${heading.cell} ${heading.index}`
    const show = button(heading.text, () => actions.show(heading), { 'data-key': key })
    return element('li', { class: `level-${heading.level}` }, show)
  })
  return element('ol', { class: 'contents', 'aria-label': 'In this chapter' }, ...items)
}

function tools(chapter: ChapterState, actions: CourseActions): HTMLElement {
  const reset = button('Reset chapter …', () => actions.reset(chapter), {
    'data-key': `${chapter.name} reset`,
  })
  return element('p', { class: 'tools' }, reset)
}
