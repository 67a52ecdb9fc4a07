import { Dialog, showDialog } from '@jupyterlab/apputils'
import { Widget } from '@lumino/widgets'
import { element } from '../element.js'
import type { CellChange } from './cell-changes.js'
import { differingLines } from './differing-lines.js'
import './differences.css'

const told = {
  'only mine': 'only on this page',
  'only theirs': 'only on disk',
  changed: 'changed',
  'other outputs': 'same text, other outputs',
} as const

/** Shows side by side in which cells the page and the file differ. Resolves when the learner has seen enough. */
export async function showDifferences(name: string, changes: readonly CellChange[]): Promise<void> {
  await showDialog({
    title: `What differs in ${name}`,
    // The dialog makes a column of what is in its body's node.
    body: new Widget({ node: element('div', {}, differences(changes)) }),
    buttons: [Dialog.okButton({ label: 'Close' })],
  })
}

function differences(changes: readonly CellChange[]): HTMLElement {
  const note =
    'No cell differs in its text or its outputs: their order does, or what the notebook says of itself.'
  if (changes.length === 0) return element('p', {}, note)
  const head = ['Cell', 'This page', 'On disk'].map((each) => element('th', { scope: 'col' }, each))
  return element(
    'table',
    { class: 'backprop-differences' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...changes.map(row)),
  )
}

function row({ kind, place, mine, theirs }: CellChange): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, `${place}`, element('span', {}, told[kind])),
    side('This page', kind, mine, theirs),
    side('On disk', kind, theirs, mine),
  )
}

function side(
  label: string,
  kind: CellChange['kind'],
  text: string | undefined,
  other: string | undefined,
): HTMLElement {
  if (text === undefined) return element('td', { 'data-label': label }, element('em', {}, 'not there'))
  const lines = kind === 'changed' ? differingLines(text, other ?? '') : [{ text, differs: false }]
  const marked = lines.flatMap(({ text, differs }) => [differs ? element('mark', {}, text) : text, '\n'])
  return element('td', { 'data-label': label }, element('pre', { tabindex: 0 }, ...marked.slice(0, -1)))
}
