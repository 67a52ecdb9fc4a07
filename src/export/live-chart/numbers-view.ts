import { numberText } from '../../figures/text/number-text.js'
import { type NumbersTable, numbersOf } from './numbers.js'
import type { PlotlyFigure } from './plotly.js'

/** Rows and columns shown at first: a long table takes long to lay out, and few read it. */
const firstRows = 50
const firstColumns = 12

/** Fills the place with the chart's tables when it is opened for the first time. */
export function numbersOnDemand(details: HTMLDetailsElement, figure: PlotlyFigure): void {
  details.addEventListener(
    'toggle',
    () => {
      const tables = numbersOf(figure)
      const place = details.querySelector('.tables')
      if (tables.length > 0) place?.replaceChildren(...tables.map((table) => view(table)))
      else if (place !== null) place.textContent = 'This chart is a drawing: it shows no series of numbers.'
    },
    { once: true },
  )
}

function view(numbers: NumbersTable): HTMLElement {
  const whole = element('div', 'numbers-table')
  const scroll = element('div', 'scroll')
  scroll.tabIndex = 0
  scroll.setAttribute('role', 'region')
  scroll.setAttribute('aria-label', `Numbers of ${numbers.caption}`)
  scroll.append(table(numbers, firstRows, firstColumns))
  whole.append(scroll)
  const hidden = numbers.rows.length > firstRows || numbers.head.length > firstColumns
  if (hidden) {
    const more = element('button', 'all', `Show all ${numbers.rows.length} × ${numbers.head.length} cells`)
    more.addEventListener('click', () => {
      scroll.replaceChildren(table(numbers, Infinity, Infinity))
      scroll.focus()
      more.remove()
    })
    whole.append(more)
  }
  return whole
}

function table({ caption, head, rows }: NumbersTable, mostRows: number, mostColumns: number): HTMLElement {
  const shown = element('table')
  const heads = element('tr')
  for (const [column, name] of head.slice(0, mostColumns).entries()) {
    const numeric = rows.every((row) => typeof row[column] === 'number')
    const cell = element('th', numeric ? 'number' : undefined, name)
    cell.setAttribute('scope', 'col')
    heads.append(cell)
  }
  const top = element('thead')
  top.append(heads)
  const body = element('tbody')
  for (const row of rows.slice(0, mostRows)) {
    const line = element('tr')
    for (const value of row.slice(0, mostColumns)) {
      const text = typeof value === 'number' ? numberText(value, 5) : value
      line.append(element('td', typeof value === 'number' ? 'number' : undefined, text))
    }
    body.append(line)
  }
  shown.append(element('caption', undefined, caption), top, body)
  return shown
}

function element(name: string, className?: string, text?: string): HTMLElement {
  const made = document.createElement(name)
  if (className !== undefined) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}
