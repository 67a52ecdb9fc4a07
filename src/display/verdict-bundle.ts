import type { Evidence, EvidenceTable, Verdict } from '../exercises/index.js'
import { describe, type Figure } from '../figures/index.js'
import { escapeXml } from '../figures/text/escape-xml.js'
import { sentenceCase } from '../figures/text/number-text.js'
import { type Box, boxHtml } from './box-html.js'
import type { MimeBundle } from './platform/platform.js'
import { codeHtml, codeText, paragraphsHtml } from './prose-html.js'

/** What each status is called. Never a bare "wrong". */
const words = {
  pass: 'This check passed',
  fail: 'Not yet',
  error: 'Nothing to compare yet',
  open: 'Open',
} as const

/** A verdict for every client: its JSON, HTML with a status message, and text. */
export function verdictBundle(verdict: Verdict, chart: (figure: Figure) => string): MimeBundle {
  const { evidence } = verdict
  const box = verdictBox(verdict)
  return {
    'application/vnd.backprop.verdict+json': verdict,
    'text/html': boxHtml(
      box,
      paragraphsHtml(...paragraphs(verdict)) + evidence.map((each) => evidenceHtml(each, chart)).join(''),
    ),
    'text/plain': [box.heading, ...paragraphs(verdict), ...evidence.map(evidenceText)].join('\n'),
  }
}

export function verdictBox({ status, exercise, title }: Verdict): Box {
  return { tone: status, heading: `${words[status]} · ${exercise} ${title}`, role: 'status' }
}

/** What a verdict says, but for its heading and its evidence. */
export function paragraphs({ explanation, message, status }: Verdict): string[] {
  // The heading says it already.
  if (status === 'pass') return [sentenceCase(message.replace(/^This check passed[:.] /, ''))]
  if (status !== 'fail' || explanation === undefined) return [message]
  const { did, tempting, where, look } = explanation
  return [`${did} ${tempting}`.trim(), where, look.text].filter((text) => text !== '')
}

/** One piece of evidence as HTML. */
export function evidenceHtml(evidence: Evidence, chart: (figure: Figure) => string): string {
  if (evidence.kind === 'chart') return chart(evidence.figure)
  if (evidence.kind === 'code')
    return `<div>${paragraphsHtml(evidence.caption)}${codeHtml(evidence.lines, evidence.lines.length > 1 ? 'yes' : 'no')}</div>`
  return tableHtml(evidence)
}

function tableHtml({ caption, head, rows, differ }: EvidenceTable): string {
  const cell = 'padding:.2em .7em;border-bottom:1px solid rgba(128,128,128,.35);text-align:right'
  const heads = head.map((name) => `<th scope="col" style="${cell}">${escapeXml(name)}</th>`).join('')
  const body = rows.map((row, i) => {
    const marked = differ.includes(i)
    const cells = row.map((text, j) =>
      j === 0
        ? `<th scope="row" style="${cell};text-align:left;font-weight:${marked ? 600 : 400}">${escapeXml(text)}</th>`
        : `<td style="${cell};font-variant-numeric:tabular-nums;font-weight:${marked ? 600 : 400}">${escapeXml(text)}</td>`,
    )
    return `<tr${marked ? ' style="background:rgba(220,61,67,.12)"' : ''}>${cells.join('')}</tr>`
  })
  return `<div style="overflow-x:auto;max-width:100%" tabindex="0" role="region" aria-label="${escapeXml(caption)}"><table style="border-collapse:collapse;font-size:.92em;margin:.4em 0"><caption style="caption-side:top;text-align:left;color:inherit;padding:.2em 0;white-space:${caption.length > 40 ? 'normal' : 'nowrap'}">${escapeXml(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

/** One piece of evidence as text. */
export function evidenceText(evidence: Evidence): string {
  if (evidence.kind === 'chart') return describe(evidence.figure)
  if (evidence.kind === 'code')
    return `${evidence.caption}\n${codeText(evidence.lines, evidence.lines.length > 1 ? 'yes' : 'no')}`
  const { caption, head, rows } = evidence
  const lines = [head, ...rows]
  const widths = head.map((_, j) => Math.max(...lines.map((line) => (line[j] ?? '').length)))
  const text = lines.map((line) =>
    line
      .map((value, j) => (j === 0 ? value.padEnd(widths[j] ?? 0) : value.padStart(widths[j] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return [caption, ...text].join('\n')
}
