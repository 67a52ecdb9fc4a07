import type { Charts } from './charts.js'

/**
 * Paper is white: printing shows the light theme, and the reader's own again afterwards. Charts that are not drawn
 * yet print as their still pictures; `?all` in the address draws them all beforehand.
 */
export function printing(charts: Charts): void {
  const root = document.documentElement
  let before: string | undefined
  addEventListener('beforeprint', () => {
    before = root.dataset['theme']
    root.dataset['theme'] = 'light'
    charts.recolour()
    charts.fit('paper')
    void charts.drawAll()
  })
  addEventListener('afterprint', () => {
    if (before === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = before
    charts.recolour()
    charts.fit('window')
  })
}
