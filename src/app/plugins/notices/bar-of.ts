import type { NotebookPanel } from '@jupyterlab/notebook'
import { NoticeBar } from './notice-bar.js'

const bars = new WeakMap<NotebookPanel, NoticeBar>()

/** The bar of a notebook, between its toolbar and its cells. */
export function barOf(panel: NotebookPanel): NoticeBar {
  const known = bars.get(panel)
  if (known !== undefined) return known
  const bar = new NoticeBar()
  bars.set(panel, bar)
  panel.contentHeader.addWidget(bar)
  return bar
}
