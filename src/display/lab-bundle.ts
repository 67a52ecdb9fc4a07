import type { Evidence, LabCard, LabCase } from '../exercises/index.js'
import type { Figure } from '../figures/index.js'
import { type Box, boxHtml } from './box-html.js'
import type { MimeBundle } from './platform/platform.js'
import { type Piece, piecesHtml, piecesText, stackForm, stackOfBundles } from './stack-bundle.js'
import { verdictBundle } from './verdict-bundle.js'

/** A case of the Bug Lab: the verdict if there is one, what one sees, then what to do next. */
export function labCaseBundle(item: LabCase, chart: (figure: Figure) => string): MimeBundle {
  const { number, level, verdict, evidence, solution } = item
  const heading = `Bug Lab · case ${number}, level ${level}`
  const symptoms = evidence.filter((each) => !isTraining(item, each))
  const pieces = [
    ...(solution === undefined ? [] : [solution.text, ...solution.evidence]),
    'There is one mistake in a backward pass. What you see of it:',
    ...symptoms,
    ...predictionOf(item),
    ...evidence.filter((each) => isTraining(item, each)),
    ...askedOf(item),
  ]
  const open = verdict === undefined && solution === undefined
  const shown = boxBundle({ tone: open ? 'open' : 'plain', heading, role: 'note' }, pieces, chart)
  if (verdict === undefined) return shown
  const said = verdictBundle(verdict, chart)
  const { 'text/html': html, ...forms } = shown
  return {
    ...stackOfBundles([said, forms]),
    'text/html': `${said['text/html']}${html}`,
    'text/plain': `${said['text/plain']}\n${shown['text/plain']}`,
  }
}

/** The learner's score in the Bug Lab. */
export function labCardBundle(card: LabCard, chart: (figure: Figure) => string): MimeBundle {
  const heading = 'Bug Lab · your score'
  const pieces = [...card.sentences, ...card.evidence]
  return boxBundle({ tone: 'plain', heading, role: 'note' }, pieces, chart)
}

function boxBundle(box: Box, pieces: readonly Piece[], chart: (figure: Figure) => string): MimeBundle {
  return {
    ...stackForm(box, pieces),
    'text/html': boxHtml(box, piecesHtml(pieces, chart)),
    'text/plain': [box.heading, ...piecesText(pieces)].join('\n'),
  }
}

/** The chart of the training comes last, once it may be seen. */
function isTraining({ evidence, choice, verdict, solution }: LabCase, each: Evidence): boolean {
  return each === evidence.at(-1) && (choice !== '' || verdict !== undefined || solution !== undefined)
}

function predictionOf({ number, choice, outcomes, outcome, result, verdict, solution }: LabCase): Piece[] {
  if (choice !== '')
    return [
      `You expected: ${outcomes[choice]}`,
      choice === outcome ? `And so it is. ${result}` : `What happens: ${result}`,
    ]
  if (verdict !== undefined || solution !== undefined) return [`What the cost does: ${result}`]
  return [
    '**Predict first.** The net is trained with this pass for 300 epochs. What does the cost do?',
    ...Object.entries(outcomes).map(([word, text]) => `**${word}** ${text}`),
    `Put your word in the place of the first '?' and run the cell again: \`show(bugLab(${number}, { predict: '?', answer: '?' }))\`.`,
  ]
}

function askedOf({ number, choice, suspects, verdict, solution }: LabCase): Piece[] {
  if (choice === '' && verdict === undefined) return []
  if (verdict?.status === 'pass' || solution !== undefined) return []
  return [
    '**Which bug is it?** One of these:',
    ...suspects.map(({ name, summary }) => `\`${name}\` ${summary}`),
    `Put its name in the place of the second '?': \`show(bugLab(${number}, { predict: '${choice || '?'}', answer: '?' }))\`. To be told, write \`giveUp: true\` instead of an answer.`,
  ]
}
