import { escapeXml } from '../figures/text/escape-xml.js'

/** Written into each page, so that a later run knows its own. */
export const generator = 'backprop-notebooks'

/** What a page uses: files beside it, or all of it in the page itself. */
export interface PageAssets {
  /** The source lists of the policy. */
  readonly policy: { readonly script: string; readonly style: string; readonly image: string }
  /** Elements of the head. */
  readonly head: string
  /** Elements after everything else. */
  readonly end?: string
}

/**
 * Nothing but the site's own files: no request leaves the page, no script runs but the two in `assets`. `file:`
 * stands beside `'self'` because a page opened from disk has no origin that `'self'` could mean everywhere.
 */
const filesBeside: PageAssets = {
  policy: {
    script: "'self' file:",
    style: "'self' file: 'unsafe-inline'",
    image: "'self' file: data: blob:",
  },
  head: '<link rel="stylesheet" href="assets/style.css">\n<script src="assets/page.js"></script>',
}

function policyText({ script, style, image }: PageAssets['policy']): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    `img-src ${image}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** A blue and a vermillion arc: two contours. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke-width='2'%3E%3Cellipse cx='8' cy='8' rx='7' ry='5' stroke='%230072b2'/%3E%3Cellipse cx='8' cy='8' rx='3' ry='2' stroke='%23d55e00'/%3E%3C/svg%3E"

/** The theme button's picture: a disc, half of it filled. */
const halfMoon =
  '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/></svg>'

export interface PageParts {
  /** For the browser's tab. */
  readonly title: string
  /** The course's title. */
  readonly course: string
  /** Said beside the course's title: which chapter this is. Empty on the index. */
  readonly place: string
  readonly description: string
  /** What the skip link skips to: `the chapter`. */
  readonly skipTo: string
  /** What stands before `<main>`: the table of contents. */
  readonly before?: string
  /** The content of `<main>`. */
  readonly main: string
  readonly kind: 'chapter' | 'index'
  /** Default: the files in `assets` beside the page, with the other pages. */
  readonly assets?: PageAssets
}

/** A whole page around its main part. Every part but `before` and `main` is plain text. */
export function pageShell(page: PageParts): string {
  const course = escapeXml(page.course)
  const assets = page.assets ?? filesBeside
  const home =
    page.assets === undefined
      ? `<a class="course" href="index.html"${page.kind === 'index' ? ' aria-current="page"' : ''}>${course}</a>`
      : `<span class="course">${course}</span>`
  return `<!doctype html>
<html lang="en" class="no-script">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyText(assets.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${generator}">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escapeXml(page.description)}">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(page.title)}</title>
<link rel="icon" href="${icon}">
${assets.head}
</head>
<body class="${page.kind}" id="top">
<a class="skip" href="#chapter">Skip to ${escapeXml(page.skipTo)}</a>
<header class="site">
<div class="bar">
${home}
${page.place === '' ? '' : `<span class="place">${escapeXml(page.place)}</span>\n`}<button class="theme" type="button" hidden>${halfMoon}</button>
</div>
</header>
<div class="page">
${page.before ?? ''}<main id="chapter" tabindex="-1">
${page.main}</main>
</div>
${assets.end ?? ''}</body>
</html>
`
}
