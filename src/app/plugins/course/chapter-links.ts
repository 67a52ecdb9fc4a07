import { PageConfig, URLExt } from '@jupyterlab/coreutils'
import type { ChapterState } from '../../../server/course/course-service.js'

/** The address of a chapter's page. */
export function addressOf({ path }: ChapterState): string {
  return URLExt.join(PageConfig.getBaseUrl(), 'notebooks', URLExt.encodeParts(path))
}

/**
 * Lets links in the notebook's text that lead to another chapter go there in this window, also when it was not opened
 * yet and there is no file. JupyterLab has made their address that of the file.
 */
export function followChapterLinks(
  chapters: () => readonly ChapterState[],
  go: (chapter: ChapterState) => void,
): void {
  const files = new URL(URLExt.join(PageConfig.getBaseUrl(), 'files/'), location.href)
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('.jp-Notebook a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const { origin, pathname } = new URL(link.href)
      if (origin !== files.origin || !pathname.startsWith(files.pathname)) return
      const path = decodeURIComponent(pathname.slice(files.pathname.length))
      const chapter = chapters().find((each) => each.path === path)
      if (chapter === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      go(chapter)
    },
    { capture: true },
  )
}
