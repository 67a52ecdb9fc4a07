import type { LiveChart } from '../../../export/live-chart/live-chart.js'
import { slug } from '../../../export/slug.js'
import { button, element } from '../element.js'

/** Buttons that save the chart as a picture: with its title, on white, as it is seen now. */
export function downloadButtons(chart: LiveChart): HTMLElement {
  const buttons = (['png', 'svg'] as const).map((format) => {
    const label = `Save this chart as ${format.toUpperCase()}`
    return button(format.toUpperCase(), () => void save(chart, format), { 'aria-label': label, title: label })
  })
  return element('span', { class: 'saves' }, 'Save: ', ...buttons)
}

async function save(chart: LiveChart, format: 'png' | 'svg'): Promise<void> {
  const link = document.createElement('a')
  link.href = await chart.picture(format)
  const title = chart.place.querySelector('figcaption')?.firstChild?.textContent ?? ''
  link.download = `${title === '' ? 'chart' : slug(title)}.${format}`
  link.click()
}
