import { platform } from '#platform'
import type { Figure } from '../figures/index.js'
import { itemBundle, rowBundle, type Showable, type Surroundings } from './item-bundle.js'
import { isRemembered, recordsOf } from './learner-record.js'
import { LibraryCarrier } from './library-carrier.js'

const carrier = new LibraryCarrier()

function libraryFor(figure: Figure): string | undefined {
  const title = figure.layout.title?.text ?? ''
  return carrier.carries(platform.callSite(), title) ? platform.plotlyLibrary() : undefined
}

const surroundings: Surroundings = {
  libraryFor,
  hasPassed: (exercise) => platform.hasPassed(exercise),
  records: (prefix) => platform.records(prefix),
}

/**
 * Shows a figure, a formula, a table, a matrix, a text (Markdown), a number, or what an exercise says (a verdict, a
 * hint, a solution, a prediction, a bug hunt, a case of the Bug Lab) under the running cell; several of them stand side by side.
 *
 * Every client gets a form it can show: a figure goes out as Plotly's JSON, as HTML that draws itself with no
 * network, and as the sentence that says what the picture shows. What an exercise says is remembered in the learner's
 * own folder: verdicts, hints, solutions and predictions.
 *
 * @throws TypeError if there is nothing to show, or an item is of no kind that can be shown
 */
export function show(...items: readonly Showable[]): void {
  const [first, ...others] = items
  if (items.length === 0 || first === undefined)
    throw new TypeError('show(): there is nothing to show. Give it a figure, a formula, a table or a matrix.')
  platform.send(others.length === 0 ? itemBundle(first, surroundings) : rowBundle(items, surroundings))
  for (const item of items) {
    if (!isRemembered(item)) continue
    const passed = item.kind === 'solution' && platform.hasPassed(item.exercise)
    for (const record of recordsOf(item, passed)) platform.remember(record)
  }
}
