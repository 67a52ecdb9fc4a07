import type { Chapter } from './chapter-body.js'
import type { Heading } from './markdown.js'
import { pageShell } from './page-shell.js'

/**
 * The page of one chapter.
 *
 * @param chapters all of them, in order
 * @param index which one
 * @param course the course's title
 */
export function chapterPage(chapters: readonly Chapter[], index: number, course: string): string {
  const chapter = chapters[index]
  if (chapter === undefined) {
    throw new RangeError(`chapterPage: there is no chapter ${index + 1}; there are ${chapters.length}.`)
  }
  const last = Math.max(...chapters.map(({ number }) => number))
  const place = `Chapter ${chapter.number}${chapters.length > 1 ? ` of ${last}` : ''}`
  return pageShell({
    title: `${chapter.number} · ${chapter.title} · ${course}`,
    course,
    place,
    description: `${place} of ${course}: ${chapter.title}.`,
    skipTo: 'the chapter',
    before: contents(chapter.headings),
    main: `<article>\n<p class="chapter-number">Chapter ${chapter.number}</p>\n${chapter.body}</article>\n${pager(chapters, index)}`,
    kind: 'chapter',
  })
}

/** Sections and their parts; deeper headings would make the list longer than it helps. */
export function contents(headings: readonly Heading[]): string {
  const shown = headings.filter(({ level }) => level <= 3)
  if (shown.length === 0) return ''
  const items = shown.map(
    ({ id, html, level }) => `<li class="level-${level}"><a href="#${id}">${html}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="contents">
<details open><summary id="contents">In this chapter</summary>
<ol>
${items.join('\n')}
</ol>
</details>
</nav>
`
}

function pager(chapters: readonly Chapter[], index: number): string {
  const link = (chapter: Chapter | undefined, rel: 'prev' | 'next', label: string) =>
    chapter === undefined
      ? ''
      : `<a class="${rel}" rel="${rel}" href="${encodeURI(chapter.file)}"><span>${label}</span> <strong>${chapter.number}. ${chapter.titleHtml}</strong></a>\n`
  const previous = link(chapters[index - 1], 'prev', 'Previous chapter')
  const next = link(chapters[index + 1], 'next', 'Next chapter')
  return `<nav class="pager" aria-label="Chapters">
${previous}<a class="up" href="index.html"><span>The course</span> <strong>All chapters</strong></a>
${next}</nav>
`
}
