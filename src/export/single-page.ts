import { createHash } from 'node:crypto'
import type { ChapterSource } from './chapter.js'
import { chapterBody } from './chapter-body.js'
import { contents } from './chapter-page.js'
import { courseText } from './course-text.js'
import { type PageAssets, pageShell } from './page-shell.js'
import { readAsset } from './site-assets.js'

/**
 * A notebook as one page that needs no other file: styles, scripts and, where there are charts, the library that draws
 * them are in it. The page allows these scripts by their hashes and no other.
 *
 * @throws Error when the build's files are missing
 */
export async function singlePage(source: ChapterSource): Promise<string> {
  const chapter = chapterBody(source, 0, () => undefined)
  return pageShell({
    title: chapter.title,
    course: chapter.title === '' ? courseText.title : chapter.title,
    place: '',
    description: `${chapter.title}, an executed notebook.`,
    skipTo: 'the notebook',
    before: contents(chapter.headings),
    main: `<article>\n${chapter.body}</article>\n`,
    kind: 'chapter',
    assets: await inlineAssets(chapter.charts > 0),
  })
}

async function inlineAssets(withCharts: boolean): Promise<PageAssets> {
  const [style, page, plotly] = await Promise.all([
    readAsset('style.css'),
    inlineScript('page.js'),
    withCharts ? inlineScript('plotly.min.js') : undefined,
  ])
  const hashes = [page, plotly].flatMap((script) => (script === undefined ? [] : [`'${script.hash}'`]))
  return {
    policy: { script: hashes.join(' '), style: "'unsafe-inline'", image: 'data: blob:' },
    head: `<style>${style.replaceAll('</style', '<\\/style')}</style>\n${page.element}`,
    // After the content, which can be read while the library is.
    ...(plotly === undefined ? {} : { end: `${plotly.element}\n` }),
  }
}

const scripts = new Map<string, Promise<{ element: string; hash: string }>>()

function inlineScript(file: string): Promise<{ element: string; hash: string }> {
  const known = scripts.get(file)
  if (known !== undefined) return known
  const made = readAsset(file).then((text) => {
    const safe = text.replaceAll(/<(?=\/script|!--)/gi, '\\x3c')
    const hash = `sha256-${createHash('sha256').update(safe).digest('base64')}`
    return { element: `<script>${safe}</script>`, hash }
  })
  scripts.set(file, made)
  made.catch(() => scripts.delete(file))
  return made
}
