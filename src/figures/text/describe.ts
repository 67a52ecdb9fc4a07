import type { Figure } from '../base/figure.js'

/**
 * What the figure shows, in words: its text summary, for readers who do not see it and for terminals.
 *
 * @throws TypeError if the figure has none, so was not made by a builder of this course
 */
export function describe(figure: Figure): string {
  // A figure written by hand can lack what the type promises.
  const summary: unknown = (figure?.layout?.meta as { summary?: unknown } | undefined)?.summary
  if (typeof summary !== 'string' || summary.trim() === '')
    throw new TypeError(
      'describe(figure): the figure has no text summary in layout.meta.summary. Make it with figure({ title, summary, data, … }) or another builder.',
    )
  return summary
}
