import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IThemeManager } from '@jupyterlab/apputils'

/** The names are those of JupyterLab's settings. */
const names = ['JupyterLab Light', 'JupyterLab Dark'] as const

/**
 * JupyterLab's themes. The document links both style sheets, so that the first picture has its colours and a switch
 * asks for nothing.
 */
export const themes: readonly JupyterFrontEndPlugin<void>[] = names.map((name) => ({
  id: `backprop-notebooks:${name === 'JupyterLab Light' ? 'light' : 'dark'}-theme`,
  description: `The theme ${name}.`,
  autoStart: true,
  requires: [IThemeManager],
  activate(_app: JupyterFrontEnd, manager: IThemeManager) {
    manager.register({
      name,
      displayName: name,
      isLight: name === 'JupyterLab Light',
      themeScrollbars: true,
      load: async () => use(name),
      unload: async () => {},
    })
  },
}))

function use(name: string): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-theme]')) {
    link.media = link.dataset['theme'] === name ? 'all' : 'not all'
  }
}
