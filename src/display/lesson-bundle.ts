import type { BugHuntSheet, Hint, Prediction, Solution } from '../exercises/index.js'
import type { Figure } from '../figures/index.js'
import { boxHtml } from './box-html.js'
import type { MimeBundle } from './platform/platform.js'
import { codeHtml, codeText, paragraphsHtml } from './prose-html.js'
import { stackForm } from './stack-bundle.js'
import { evidenceHtml, evidenceText } from './verdict-bundle.js'

/** A hint. No counter: how many there are is not on show. */
export function hintBundle({ exercise, title, text, isLast }: Hint): MimeBundle {
  const heading = `Hint · ${exercise} ${title}`
  const next = `Still stuck? \`show(solution('${exercise}', { giveUp: true }))\` shows ours, and says why.`
  const lines = isLast === true ? [text, next] : [text]
  return both(heading, 'plain', paragraphsHtml(...lines), lines)
}

/** A solution, or how to open it. */
export function solutionBundle({ exercise, title, code, why }: Solution, open: boolean): MimeBundle {
  const heading = `Solution · ${exercise} ${title}`
  if (open) {
    const lines = code.split('\n')
    return both(heading, 'plain', codeHtml(lines, 'no') + paragraphsHtml(why), [codeText(lines, 'no'), why])
  }
  const closed = `It opens when the check has passed. To see it now, run \`show(solution('${exercise}', { giveUp: true }))\`.`
  return both(heading, 'plain', paragraphsHtml(closed), [closed])
}

/** A prediction beside its result: what was chosen, what happens, and why. It is not marked. */
export function predictionBundle({ question, options, choice, answer, why }: Prediction): MimeBundle {
  const lines =
    choice === ''
      ? [
          question,
          ...Object.entries(options).map(([letter, text]) => `**${letter}** ${text}`),
          "Put the letter of your choice in the place of '?' and run the cell again.",
        ]
      : [
          question,
          `You expected: ${options[choice]}`,
          choice === answer ? `And so it is. ${why}` : `What happens: ${options[answer]} ${why}`,
        ]
  return both('Predict', choice === '' ? 'open' : 'plain', paragraphsHtml(...lines), lines.map(unstressed))
}

/** A wrong cell, what one sees of it, and the reasons to choose from. */
export function huntBundle(
  { id, title, says, evidence, reasons }: BugHuntSheet,
  chart: (figure: Figure) => string,
): MimeBundle {
  const lines = [
    'Which line is wrong, and why?',
    ...Object.entries(reasons).map(([letter, text]) => `**${letter}** ${text}`),
  ]
  const heading = `Bug hunt · ${id} ${title}`
  const html =
    paragraphsHtml(says) +
    evidence.map((each) => evidenceHtml(each, chart)).join('') +
    paragraphsHtml(...lines)
  return {
    ...stackForm({ tone: 'plain', heading, role: 'note' }, [says, ...evidence, ...lines]),
    ...both(heading, 'plain', html, [says, ...evidence.map(evidenceText), ...lines.map(unstressed)]),
  }
}

function both(heading: string, tone: 'plain' | 'open', html: string, lines: readonly string[]): MimeBundle {
  return {
    'text/html': boxHtml({ tone, heading, role: 'note' }, html),
    'text/plain': [heading, ...lines].join('\n'),
  }
}

/** A sentence without its stars. Code keeps them: there they are powers. */
function unstressed(sentence: string): string {
  return sentence.replaceAll('**', '')
}
