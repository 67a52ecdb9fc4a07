import { escapeXml } from '../figures/text/escape-xml.js'
import { codeCell } from './cell.js'
import { type ChapterSource, chapterNumber, chartsIn, minutesNamed, titleFromName } from './chapter.js'
import { type Heading, markdownRenderer } from './markdown.js'
import { slug, uniqueIds } from './slug.js'
import { thumbnail } from './still.js'
import { typesetFormula } from './typeset-formula.js'

/** A chapter made ready for its page and for the index. */
export interface Chapter {
  readonly name: string
  /** The page's file name. */
  readonly file: string
  readonly number: number
  readonly title: string
  readonly titleHtml: string
  /** The first paragraph as HTML without links, or undefined. */
  readonly description: string | undefined
  readonly minutes: string | undefined
  readonly charts: number
  /** The first chart that can be drawn small, as SVG; empty if there is none. */
  readonly picture: string
  /** The sections, without the title. */
  readonly headings: readonly Heading[]
  /** The title and all cells as HTML. */
  readonly body: string
}

/** Ids that the page itself uses. */
const own = ['top', 'chapter', 'contents']

/**
 * The cells of a chapter as HTML, with what the rest of the site says of it.
 *
 * @param source the executed notebook
 * @param index its place among the chapters, from 0
 * @param pageOf the address of another notebook's page
 */
export function chapterBody(
  { name, notebook }: ChapterSource,
  index: number,
  pageOf: (notebook: string) => string | undefined,
): Chapter {
  const id = uniqueIds(own)
  const markdown = markdownRenderer({ id, pageOf, typeset: typesetFormula })
  const page = { id, markdown, typeset: typesetFormula }
  const parts: string[] = []
  const headings: Heading[] = []
  let title: Heading | undefined
  let description: string | undefined
  let cells = 0

  for (const cell of notebook.cells) {
    if (cell.cell_type === 'code') {
      cells += 1
      parts.push(codeCell(cell, cells, page))
    } else if (cell.cell_type === 'markdown') {
      const shown = markdown.render(cell.source, title === undefined ? 1 : 2, cell.attachments)
      const first = shown.headings[0]
      if (title === undefined && first?.level === 1) title = first
      description ??= markdown.firstParagraph(cell.source)
      headings.push(...shown.headings.filter((heading) => heading !== title))
      parts.push(`<div class="prose">${shown.html}</div>\n`)
    }
  }
  const charts = chartsIn(notebook)
  const plain = title === undefined ? titleFromName(name) : title.text
  if (title === undefined)
    parts.unshift(`<div class="prose"><h1 id="${slug(plain)}">${escapeXml(plain)}</h1></div>\n`)
  return {
    name,
    file: `${name}.html`,
    number: chapterNumber(name, index),
    title: plain,
    titleHtml: title === undefined ? escapeXml(plain) : title.html,
    description,
    minutes: minutesNamed(notebook),
    charts: charts.length,
    picture: charts.map((figure) => thumbnail(figure, `${name}-`)).find((picture) => picture !== '') ?? '',
    headings,
    body: parts.join(''),
  }
}
