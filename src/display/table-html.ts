import { escapeXml } from '../figures/text/escape-xml.js'
import type { Table, TableCell } from './table.js'
import { align, cellText } from './table-text.js'

/** The table as HTML that needs no style sheet: it takes the page's colours and scrolls inside itself. */
export function tableHtml({ head, rows, caption, rowHeaders }: Table): string {
  const cell = 'padding:.3em .75em;border-bottom:1px solid rgba(128,128,128,.35)'
  const heads = head
    .map(
      (name, j) =>
        `<th scope="col" style="${cell};text-align:${align(rows, j)};border-bottom-width:2px">${escapeXml(name)}</th>`,
    )
    .join('')
  const body = rows
    .map((row) => {
      const cells = row.map((value, j) => {
        const style = `${cell};text-align:${align(rows, j)};font-variant-numeric:tabular-nums`
        return j === 0 && rowHeaders === 'yes'
          ? `<th scope="row" style="${style};font-weight:600">${cellHtml(value)}</th>`
          : `<td style="${style}">${cellHtml(value)}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    .join('')
  const title =
    caption === ''
      ? ''
      : `<caption style="caption-side:top;text-align:left;padding:.2em .75em;color:inherit">${escapeXml(caption)}</caption>`
  return `<div style="overflow-x:auto;max-width:100%" tabindex="0" role="region" aria-label="${escapeXml(caption === '' ? `Table: ${head.join(', ')}` : caption)}"><table style="border-collapse:collapse;font-size:.95em;margin:.4em 0">${title}<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`
}

function cellHtml(value: TableCell): string {
  return escapeXml(cellText(value))
}
