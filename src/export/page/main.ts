/** The script of every page: a classic script in the head, so that the theme is set before anything is painted. */
import { liveCharts } from './charts.js'
import { contents } from './contents.js'
import { copyButtons } from './copy-buttons.js'
import { printing } from './printing.js'
import { scrollAreas } from './scroll-areas.js'
import { restoreTheme, themeButton } from './theme.js'

document.documentElement.classList.replace('no-script', 'script')
restoreTheme()

document.addEventListener('DOMContentLoaded', () => {
  const charts = liveCharts()
  themeButton(charts.recolour)
  copyButtons()
  contents()
  scrollAreas()
  printing(charts)
})
