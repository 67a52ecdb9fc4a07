import type { ExerciseStatus } from '../../../server/course/chapter-progress.js'
import type { ChapterState } from '../../../server/course/course-service.js'
import { button, element } from '../element.js'
import type { CourseActions } from './course-actions.js'
import { progressText } from './progress-text.js'

/** Each status with its sign and its word. */
const signs: Readonly<Record<ExerciseStatus, readonly [sign: string, word: string]>> = {
  solved: ['✓', 'passed'],
  wrong: ['✗', 'not yet'],
  open: ['○', 'open'],
  untried: ['○', 'open'],
}

/** The exercises of all chapters, with what is open. */
export function exerciseList(chapters: readonly ChapterState[], actions: CourseActions): HTMLElement {
  const withSome = chapters.filter(({ progress }) => progress.exercises.length > 0)
  const all = withSome.flatMap(({ progress }) => progress.exercises)
  const done = all.filter(({ status }) => status === 'solved').length
  const sum = progressText({ of: 'exercises', done, all: all.length, exercises: all })
  return element(
    'div',
    { class: 'exercises' },
    element('p', { class: 'sum' }, sum === undefined ? 'There are no exercises yet.' : `${sum} in all.`),
    ...withSome.map((chapter) => chapterPart(chapter, actions)),
  )
}

function chapterPart(chapter: ChapterState, actions: CourseActions): HTMLElement {
  const items = chapter.progress.exercises.map(({ id, title, status }) => {
    const [sign, word] = signs[status]
    const go = button('', () => actions.go(chapter, id), { 'data-key': id, class: `exercise ${status}` })
    go.append(
      element('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      element('span', { class: 'title' }, `${id} ${title}`),
      element('span', { class: 'word' }, word),
    )
    return element('li', {}, go)
  })
  return element(
    'section',
    {},
    element('h3', {}, `${chapter.number}. ${chapter.title}`),
    element('ul', {}, ...items),
  )
}
