import type {
  BugHuntSheet,
  Hint,
  LabCase,
  LabSummary,
  Prediction,
  Solution,
  Verdict,
} from '../exercises/index.js'
import { labCard } from '../exercises/index.js'
import { describe, type Figure } from '../figures/index.js'
import { escapeXml } from '../figures/text/escape-xml.js'
import { numberText } from '../figures/text/number-text.js'
import type { Matrix } from '../math/index.js'
import { isMatrix } from '../math/matrix-argument.js'
import { received } from '../math/received.js'
import { accessibleHtml, type Formula } from '../tex/index.js'
import { chartHtml } from './chart-html.js'
import { labCardBundle, labCaseBundle } from './lab-bundle.js'
import { isRemembered, type LearnerRecord, type Remembered } from './learner-record.js'
import { hintBundle, huntBundle, predictionBundle, solutionBundle } from './lesson-bundle.js'
import type { MimeBundle } from './platform/platform.js'
import { stackForm } from './stack-bundle.js'
import { matrixTable, type Table } from './table.js'
import { tableHtml } from './table-html.js'
import { tableText } from './table-text.js'
import { paragraphs, verdictBox, verdictBundle } from './verdict-bundle.js'

/** What `show` can show. */
export type Showable =
  | Figure
  | Formula
  | Table
  | Matrix
  | string
  | number
  | Verdict
  | Hint
  | Solution
  | Prediction
  | BugHuntSheet
  | LabCase
  | LabSummary

/** What an item's form depends on besides itself. */
export interface Surroundings {
  /** Gives the library for a chart that has to carry it. */
  libraryFor(figure: Figure): string | undefined
  /** Whether the learner has passed the check of an exercise. */
  hasPassed(exercise: string): boolean
  /** What is kept of the learner, of exercises whose ids begin like this. */
  records(prefix: string): readonly LearnerRecord[]
}

/**
 * One item in every form that a client may want.
 *
 * @throws TypeError if it is nothing that can be shown
 */
export function itemBundle(item: Showable, surroundings: Surroundings): MimeBundle {
  if (typeof item === 'string') return { 'text/markdown': item, 'text/plain': item }
  if (typeof item === 'number') return { 'text/plain': numberText(item, 4) }
  if (isFigure(item)) {
    const { data, layout, config = {} } = item
    return {
      'application/vnd.plotly.v1+json': { data, layout, config },
      'text/html': chartHtml(item, surroundings.libraryFor(item)),
      'text/plain': describe(item),
    }
  }
  if (isOf<Formula>(item, 'formula', 'svg')) {
    return {
      'text/html': accessibleHtml(item),
      'text/latex': `$$${item.latex}$$`,
      'text/plain': item.label,
    }
  }
  if (isOf<Table>(item, 'table', 'head'))
    return { 'text/html': tableHtml(item), 'text/plain': tableText(item) }
  if (isRemembered(item)) return lessonBundle(item, surroundings)
  if (isLabSummary(item))
    return labCardBundle(labCard(surroundings.records('06-lab-')), (figure) =>
      chartHtml(figure, surroundings.libraryFor(figure)),
    )
  if (isMatrix(item)) return itemBundle(matrixTable(item), surroundings)
  throw new TypeError(
    `show(…): expected a figure, a formula, a table, a matrix, a text, a number or a verdict, received ${received(item)}. Call the function that makes one, such as contour(…), and show what it returns.`,
  )
}

function lessonBundle(item: Remembered, { libraryFor, hasPassed }: Surroundings): MimeBundle {
  const chart = (figure: Figure) => chartHtml(figure, libraryFor(figure))
  switch (item.kind) {
    case 'verdict':
      // The page reads the verdict itself; the pieces are for exported pages, where its charts are live too.
      return {
        ...verdictBundle(item, chart),
        ...stackForm(verdictBox(item), [...paragraphs(item), ...item.evidence]),
      }
    case 'hint':
      return hintBundle(item)
    case 'solution':
      return solutionBundle(item, item.giveUp === 'yes' || hasPassed(item.exercise))
    case 'prediction':
      return predictionBundle(item)
    case 'hunt':
      return huntBundle(item, chart)
    case 'lab':
      return labCaseBundle(item, chart)
  }
}

/** Several items beside one another in one output; below one another where there is no room. */
export function rowBundle(items: readonly Showable[], surroundings: Surroundings): MimeBundle {
  const bundles = items.map((item) => itemBundle(item, surroundings))
  const cells = bundles.map((bundle) => {
    const html = bundle['text/html'] ?? `<p>${escapeXml(String(bundle['text/plain']))}</p>`
    const basis = bundle['application/vnd.plotly.v1+json'] === undefined ? 'auto' : '340px'
    return `<div style="flex:1 1 ${basis};min-width:min(100%,${basis === 'auto' ? '0px' : basis})">${html}</div>`
  })
  return {
    'application/vnd.backprop.row+json': { items: bundles.map(withoutTwin) },
    'text/html': `<div style="display:flex;flex-wrap:wrap;gap:1em;align-items:flex-start">${cells.join('')}</div>`,
    'text/plain': bundles.map((bundle) => String(bundle['text/plain'])).join('\n\n'),
  }
}

/** A client that reads the row's data knows Plotly: it needs no HTML form of a chart. */
function withoutTwin(bundle: MimeBundle): MimeBundle {
  if (bundle['application/vnd.plotly.v1+json'] === undefined) return bundle
  const { 'text/html': _html, ...rest } = bundle
  return rest
}

/** Formulas and tables are known by their kind, and by one part that no other record of that kind has. */
function isOf<T extends { kind: string }>(item: unknown, kind: T['kind'], part: keyof T & string): item is T {
  return typeof item === 'object' && item !== null && 'kind' in item && item.kind === kind && part in item
}

function isLabSummary(item: unknown): item is LabSummary {
  return typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'lab-summary'
}

function isFigure(item: unknown): item is Figure {
  if (typeof item !== 'object' || item === null || !('data' in item && 'layout' in item)) return false
  return Array.isArray(item.data) && typeof item.layout === 'object' && item.layout !== null
}
