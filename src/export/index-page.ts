import { escapeXml } from '../figures/text/escape-xml.js'
import type { Chapter } from './chapter-body.js'
import { pageShell } from './page-shell.js'

/** What the index says of the course. */
export interface Course {
  readonly title: string
  /** Paragraphs of plain text. */
  readonly introduction: readonly string[]
}

/** The page that leads to the chapters: what the course is, and each chapter with what it holds. */
export function indexPage(course: Course, chapters: readonly Chapter[]): string {
  const [lead = '', ...more] = course.introduction
  return pageShell({
    title: course.title,
    course: course.title,
    place: '',
    description: lead,
    skipTo: 'the chapters',
    main: `<div class="welcome">
<h1>${escapeXml(course.title)}</h1>
<p class="lead">${escapeXml(lead)}</p>
${more.map((paragraph) => `<p>${escapeXml(paragraph)}</p>\n`).join('')}</div>
<h2 class="chapters-heading">Chapters</h2>
<ol class="chapters">
${chapters.map(entry).join('')}</ol>
`,
    kind: 'index',
  })
}

function entry(chapter: Chapter): string {
  const facts = [
    chapter.charts === 0 ? undefined : `${chapter.charts} ${chapter.charts === 1 ? 'chart' : 'charts'}`,
    chapter.minutes,
  ].filter((fact) => fact !== undefined)
  return `<li class="entry">
<span class="entry-number" aria-hidden="true">${chapter.number}</span>
<div>
<h3><a href="${encodeURI(chapter.file)}"><span class="spoken">Chapter ${chapter.number}: </span>${chapter.titleHtml}</a></h3>
${chapter.description === undefined ? '' : `<p>${chapter.description}</p>\n`}${facts.length === 0 ? '' : `<p class="facts">${escapeXml(facts.join(' · '))}</p>\n`}</div>
${chapter.picture === '' ? '' : `<div class="entry-picture">${chapter.picture}</div>\n`}</li>
`
}
