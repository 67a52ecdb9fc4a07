import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { Dialog, ICommandPalette, showDialog } from '@jupyterlab/apputils'
import { IMainMenu } from '@jupyterlab/mainmenu'
import { Widget } from '@lumino/widgets'
import { element } from '../element.js'

declare const BACKPROP_VERSION: string

const command = 'backprop:about'

/** What a learner wants to know that no chapter says. */
const facts: readonly (readonly [name: string, text: string])[] = [
  [
    'Your work',
    'You work on copies of the chapters, in the folder work. Reset chapter, beside the notebook, brings a chapter back and keeps your copy.',
  ],
  [
    'Running',
    'Shift-Enter runs a cell, Esc then 0 0 restarts the kernel. Outputs go on while this page is closed.',
  ],
  [
    'Checks',
    'A check says what your answer is. What it said is kept in work/.backprop; backprop progress prints it.',
  ],
  [
    'Privacy',
    'Everything stays on this machine. Nothing is sent anywhere, and nobody writes your code for you.',
  ],
]

/** An entry in the Help menu that tells how the course works. */
export const aboutPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:about',
  description: 'Tells how the course works.',
  autoStart: true,
  optional: [IMainMenu, ICommandPalette],
  activate: ({ commands }: JupyterFrontEnd, menu: IMainMenu | null, palette: ICommandPalette | null) => {
    commands.addCommand(command, {
      label: 'How This Course Works',
      execute: () =>
        showDialog({
          title: `Backprop Notebooks ${BACKPROP_VERSION}`,
          body: new Widget({ node: about() }),
          buttons: [Dialog.okButton({ label: 'Close' })],
        }),
    })
    menu?.helpMenu.addGroup([{ command }], -1)
    palette?.addItem({ command, category: 'Course' })
  },
}

function about(): HTMLElement {
  const entries = facts.flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)])
  return element('div', { class: 'backprop-about' }, element('dl', {}, ...entries))
}
