import { Dialog, showDialog } from '@jupyterlab/apputils'
import { Widget } from '@lumino/widgets'
import type { ChapterState, UpdateChoice } from '../../../server/course/course-service.js'
import { element } from '../element.js'

/** Asks whether to reset a chapter. Undefined: no; else whether to restart its kernel too. */
export async function askReset({ number, title }: ChapterState): Promise<{ restart: boolean } | undefined> {
  const answer = await showDialog({
    title: `Reset chapter ${number}?`,
    body: text(
      `“${title}” becomes as the course has it.`,
      'Your copy is kept beside it, with the day in its name, so nothing you wrote is lost. What you have solved stays solved.',
    ),
    checkbox: { label: 'Restart the kernel, too', checked: true },
    buttons: [Dialog.cancelButton(), Dialog.warnButton({ label: 'Reset chapter' })],
  })
  return answer.button.accept ? { restart: answer.isChecked === true } : undefined
}

/** Asks what to do with a newer chapter. Undefined: decide later. */
export async function askUpdate({ number, title }: ChapterState): Promise<UpdateChoice | undefined> {
  const answer = await showDialog({
    title: `A newer chapter ${number}`,
    body: text(
      `The course has a newer “${title}” than the one that your copy was made from.`,
      'Whatever you choose, your copy is kept.',
    ),
    buttons: [
      Dialog.cancelButton({ label: 'Decide later' }),
      Dialog.createButton({ label: 'Stay with mine', actions: ['neither'] }),
      Dialog.createButton({ label: 'Put it beside mine', actions: ['beside'] }),
      Dialog.okButton({ label: 'Use the new one', actions: ['instead'] }),
    ],
  })
  const [choice] = answer.button.actions
  return choice === 'neither' || choice === 'beside' || choice === 'instead' ? choice : undefined
}

function text(...paragraphs: readonly string[]): Widget {
  return new Widget({ node: element('div', {}, ...paragraphs.map((each) => element('p', {}, each))) })
}
