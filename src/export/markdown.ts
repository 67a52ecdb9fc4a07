import MarkdownIt, { type Token } from 'markdown-it'
import { escapeXml } from '../figures/text/escape-xml.js'
import type { Attachments } from '../jupyter/notebook/notebook.js'
import { withoutNumber } from './chapter.js'
import { highlight } from './highlight.js'
import { markdownMath, type TypesetFormula } from './markdown-math.js'
import { isPicture } from './safe-attribute.js'
import { slug } from './slug.js'

/** A heading of a page, for its table of contents. */
export interface Heading {
  readonly level: number
  readonly id: string
  /** As it stands in the page, without links. */
  readonly html: string
  readonly text: string
}

/** What a page's Markdown needs to know of the page and of the site around it. */
export interface MarkdownContext {
  /** The id to use for one that is wanted; never the same twice. */
  readonly id: (wanted: string) => string
  /** The address of another notebook's page, or undefined if the site has none. */
  readonly pageOf: (notebook: string) => string | undefined
  readonly typeset: TypesetFormula
  /** Headings keep their number and their level. Default: a page has one title, and its number stands above it. */
  readonly asWritten?: boolean
}

/** Markdown of one page. Raw HTML in it is shown as text, pictures are those that the notebook itself holds. */
export interface MarkdownRenderer {
  /** @param level the least level that a heading gets (1 where the page has no title yet) */
  render(source: string, level?: 1 | 2, attachments?: Attachments): { html: string; headings: Heading[] }
  /** The first paragraph as HTML without links, or undefined if there is none. */
  firstParagraph(source: string): string | undefined
}

export function markdownRenderer({
  id,
  pageOf,
  typeset,
  asWritten = false,
}: MarkdownContext): MarkdownRenderer {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true }).disable('replacements')
  markdownMath(markdown, typeset)
  const { rules } = markdown.renderer
  rules['fence'] = (tokens, index) => codeBlock(tokens[index]?.content ?? '', tokens[index]?.info ?? '')
  rules['code_block'] = (tokens, index) => codeBlock(tokens[index]?.content ?? '', '')
  rules['table_open'] = () => '<div class="scroll"><table>\n'
  rules['table_close'] = () => '</table></div>\n'
  rules['image'] = (tokens, index) => picture(tokens[index])
  const inline = (tokens: Token[]) => markdown.renderer.render(tokens, markdown.options, {})

  return {
    render(source, level = 2, attachments = {}) {
      const tokens = markdown.parse(source, {})
      for (const token of tokens) for (const child of token.children ?? []) attach(child, attachments)
      for (const token of tokens) mendLinks(token.children ?? [], pageOf)
      const headings: Heading[] = []
      for (const [index, token] of tokens.entries()) {
        if (token.type !== 'heading_open') continue
        const children = tokens[index + 1]?.children ?? []
        const own = Number(token.tag.slice(1))
        const depth = asWritten ? own : Math.max(own, headings.length > 0 ? 2 : level)
        if (depth === 1 && !asWritten) dropNumber(children)
        const heading = {
          level: depth,
          id: id(slug(textOf(children))),
          html: inline(withoutLinks(children)),
          text: textOf(children),
        }
        headings.push(heading)
        token.tag = `h${depth}`
        token.attrSet('id', heading.id)
        const close = tokens[index + 2]
        if (close !== undefined) close.tag = token.tag
      }
      return { html: markdown.renderer.render(tokens, markdown.options, {}), headings }
    },
    firstParagraph(source) {
      const tokens = markdown.parse(source, {})
      const at = tokens.findIndex((token) => token.type === 'paragraph_open' && token.level === 0)
      const children = tokens[at + 1]?.children
      return at === -1 || children == null ? undefined : inline(withoutLinks(children))
    },
  }
}

/** Code that is not a cell: a fenced or an indented block. */
function codeBlock(code: string, info: string): string {
  const language = info.trim().split(/\s+/)[0] ?? ''
  return `<pre class="code"><code>${highlight(code.replace(/\n$/, ''), language)}</code></pre>\n`
}

/** A picture of the notebook itself; one from elsewhere would be a request, so its description stands for it. */
function picture(token: Token | undefined): string {
  const alt = escapeXml(textOf(token?.children ?? []))
  const address = token?.attrGet('src') ?? ''
  return isPicture(address) ? `<img src="${escapeXml(address)}" alt="${alt}">` : `<em>${alt}</em>`
}

function attach(token: Token, attachments: Attachments): void {
  const name = /^attachment:(.+)$/.exec(token.attrGet('src') ?? '')?.[1]
  if (token.type !== 'image' || name === undefined) return
  const [type, data] = Object.entries(attachments[decode(name)] ?? {})[0] ?? []
  if (typeof data === 'string') token.attrSet('src', `data:${type};base64,${data.replace(/\s/g, '')}`)
}

/** Links to other notebooks become links to their pages; links to files that the site does not hold become text. */
function mendLinks(children: Token[], pageOf: MarkdownContext['pageOf']): void {
  const open: Token[] = []
  for (const token of children) {
    if (token.type === 'link_close') {
      const start = open.pop()
      if (start !== undefined) token.tag = start.tag
    }
    if (token.type !== 'link_open') continue
    open.push(token)
    const address = mendedAddress(token.attrGet('href') ?? '', pageOf)
    if (address === undefined) Object.assign(token, { tag: 'span', attrs: null })
    else token.attrSet('href', address)
  }
}

function mendedAddress(address: string, pageOf: MarkdownContext['pageOf']): string | undefined {
  if (/^(?:https?:|mailto:)/i.test(address)) return address
  const [path = '', fragment] = address.split('#', 2)
  const place = fragment === undefined ? '' : `#${slug(decode(fragment))}`
  if (path === '') return place
  const name = /^(?:\.\/)?([^/]+)\.ipynb$/.exec(decode(path))?.[1]
  const page = name === undefined ? undefined : pageOf(name)
  return page === undefined ? undefined : page + place
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The number that a chapter's title begins with stands above it already. */
function dropNumber([first]: readonly Token[]): void {
  if (first?.type === 'text') first.content = withoutNumber(first.content)
}

function withoutLinks(children: Token[]): Token[] {
  return children.filter(({ type }) => type !== 'link_open' && type !== 'link_close')
}

/** What is read of inline tokens. */
function textOf(children: readonly Token[]): string {
  return children
    .map(({ type, content, children: inner }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' '
      return inner !== null && inner.length > 0 ? textOf(inner) : content
    })
    .join('')
}
