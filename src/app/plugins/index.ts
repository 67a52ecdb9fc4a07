/**
 * The course's own plugins of the page: one folder each, one line in one of these lists.
 *
 * `early` starts before the notebook is shown. `late` starts when it is on the page: leaves only, since a plugin
 * that started before and asked for the token of a late one got null for good. `renderers` draw outputs by their
 * media type; what they need to draw is best imported in `renderModel`, when there is something to draw.
 */
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces'
import type { Plugin } from '../shell/pick.js'
import { aboutPlugin } from './about/about-plugin.js'
import { brandPlugin } from './about/brand-plugin.js'
import { cellsPlugin } from './accessibility/cells-plugin.js'
import { delimiterPlugin } from './accessibility/delimiter-plugin.js'
import { editorsPlugin } from './accessibility/editors-plugin.js'
import { shownFilesPlugin } from './accessibility/shown-files-plugin.js'
import { skipLinkPlugin } from './accessibility/skip-link-plugin.js'
import { chartExtension } from './charts/chart-extension.js'
import { rowPlugin } from './charts/row-plugin.js'
import { stackPlugin } from './charts/stack-plugin.js'
import { cleanPlugin } from './clean/clean-plugin.js'
import { coursePlugin } from './course/course-plugin.js'
import { noticesPlugin } from './notices/notices-plugin.js'
import { outputsPlugin } from './outputs/outputs-plugin.js'
import { executorPlugin } from './running/executor-plugin.js'
import { timingPlugin } from './timing/timing-plugin.js'
import { notebookToolsPlugin } from './tools/notebook-tools-plugin.js'
import { verdictExtension } from './verdict/verdict-extension.js'

export const early: readonly Plugin[] = [
  brandPlugin,
  cellsPlugin,
  editorsPlugin,
  executorPlugin,
  rowPlugin,
  stackPlugin,
  noticesPlugin,
  coursePlugin,
  outputsPlugin,
]

export const late: readonly Plugin[] = [
  timingPlugin,
  cleanPlugin,
  aboutPlugin,
  notebookToolsPlugin,
  skipLinkPlugin,
  delimiterPlugin,
  shownFilesPlugin,
]

export const renderers: readonly IRenderMime.IExtension[] = [chartExtension, verdictExtension]
