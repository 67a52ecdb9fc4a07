import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { PageConfig, URLExt } from '@jupyterlab/coreutils'
import { Widget } from '@lumino/widgets'
import { element } from '../element.js'
import './about.css'

/** In the place of Notebook 7's logo: the course's name, which leads to the files as the logo does. */
export const brandPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:brand',
  description: 'Shows whose page this is.',
  autoStart: true,
  activate: ({ shell }: JupyterFrontEnd) => {
    const files = URLExt.join(PageConfig.getBaseUrl(), 'tree')
    const link = element(
      'a',
      { href: files, target: '_blank', rel: 'noopener noreferrer', title: 'All files, in another tab' },
      element('span', { class: 'sign', 'aria-hidden': 'true' }),
      'Backprop Notebooks',
    )
    const brand = new Widget({ node: link })
    brand.id = 'backprop-brand'
    shell.add(brand, 'top', { rank: 0 })
  },
}
