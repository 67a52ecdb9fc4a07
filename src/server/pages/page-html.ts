import { escapeXml } from '../../figures/text/escape-xml.js'
import type { PageName } from './page-data.js'
import type { PageManifest } from './page-files.js'

export interface PageParts {
  readonly page: PageName
  readonly title: string
  readonly baseUrl: string
  readonly data: Readonly<Record<string, string>>
  readonly manifest: PageManifest
  readonly nonce: string
  /** Addresses to ask for at once, for the script. */
  readonly early: readonly string[]
  /** What is shown until the script has started: HTML, or nothing. */
  readonly firstView: string
}

/** Light or dark as the system says, until the settings say otherwise: `data-theme` names what a link is for. */
const themes = [
  ['JupyterLab Light', '@jupyterlab/theme-light-extension', '(prefers-color-scheme: light)'],
  ['JupyterLab Dark', '@jupyterlab/theme-dark-extension', '(prefers-color-scheme: dark)'],
] as const

/** Before the first picture: the theme as JupyterLab's style sheets ask for it, and whether the course was closed. */
const firstLook = `{const d=matchMedia('(prefers-color-scheme: dark)').matches,s=document.body.dataset;s.jpThemeLight=String(!d);s.jpThemeName=d?'JupyterLab Dark':'JupyterLab Light';try{s.course=localStorage.getItem('backprop:course')??''}catch{}}`

/** The document that the page's script fills. */
export function pageHtml({
  page,
  title,
  baseUrl,
  data,
  manifest,
  nonce,
  early,
  firstView,
}: PageParts): string {
  const url = (name: string) => escapeXml(`${baseUrl}static/app/${name}`)
  const icon = (name: string) => escapeXml(`${baseUrl}static/favicons/${name}.ico`)
  const sheets = themes.map(
    ([name, of, media]) =>
      `<link rel="stylesheet" href="${url(manifest.themes[of] ?? '')}" data-theme="${name}" media="${media}">`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<script nonce="${nonce}">${askEarly(early)}</script>
<link rel="icon" type="image/svg+xml" href="${icon('favicon')}" class="idle favicon">
<link rel="" type="image/svg+xml" href="${icon('favicon-busy-1')}" class="busy favicon">
${sheets.join('\n')}
<link rel="stylesheet" href="${url(manifest.style)}">
${[...manifest.preload, ...(page === 'notebooks' ? manifest.soon : [])].map((name) => `<link rel="modulepreload" href="${url(name)}">`).join('\n')}
<script type="module" src="${url(manifest.script)}"></script>
<script id="jupyter-config-data" type="application/json">${jsonInHtml(data)}</script>
</head>
<body class="jp-ThemedContainer" data-notebook="${page}">
<script nonce="${nonce}">${firstLook}</script>
<noscript>Backprop Notebooks runs in the browser, and needs JavaScript there.</noscript>
${firstView}
</body>
</html>
`
}

/** Answers are kept where the page's script looks for them; one that fails is asked for again by it. */
function askEarly(addresses: readonly string[]): string {
  return `{const a=window.earlyAnswers={};for(const u of ${jsonInHtml(addresses)})(a[u]=fetch(u,{cache:'no-store',headers:{'content-type':'application/json'}})).catch(()=>{})}`
}

/** JSON that ends no element and starts no comment. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
