import type { ThemeMode } from '../../../figures/base/theme.js'

/** Whether the page is light or dark; JupyterLab's themes write it on the body. */
export function themeMode(): ThemeMode {
  return document.body.dataset['jpThemeLight'] === 'false' ? 'dark' : 'light'
}

/** Calls `listener` whenever the theme has changed, until the returned function is called. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.body, { attributes: true, attributeFilter: ['data-jp-theme-light'] })
  return () => observer.disconnect()
}
