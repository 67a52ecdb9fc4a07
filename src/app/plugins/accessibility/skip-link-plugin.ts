import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'

/**
 * Mends the link that skips to the main part: it stood first in the order of the keyboard by a positive `tabindex`, and
 * led to the first cell's editor, which is not to be seen when that cell is formatted text, and which a file has not.
 */
export const skipLinkPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:skip-link',
  description: 'Makes the link that skips to the main part lead there.',
  autoStart: true,
  activate: ({ shell }: JupyterFrontEnd) => {
    const bar = [...shell.widgets('top')].find(({ id }) => id === 'jp-skiplink')?.node
    bar?.querySelector<HTMLAnchorElement>('.skip-link')?.setAttribute('tabindex', '0')
    const skip = (event: Event) => {
      event.preventDefault()
      // The link's own listener comes after this one.
      event.stopPropagation()
      const main = document.getElementById('main-panel')
      shell.currentWidget?.activate()
      if (main === null || main.contains(document.activeElement)) return
      main.tabIndex = -1
      main.focus()
    }
    bar?.addEventListener('click', skip, { capture: true })
  },
}
