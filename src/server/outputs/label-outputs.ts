import { escapeXml } from '../../figures/text/escape-xml.js'
import type { Output } from '../../jupyter/notebook/notebook.js'

/** What stands above outputs whose cell is another now, or gone; with the code that gave them. */
export function labelOutput(what: 'edited' | 'gone', { code, ran }: { code: string; ran: Date }): Output {
  const where =
    what === 'edited' ? 'From an earlier version of this cell' : 'From a cell that is no longer here'
  const title = `${where}, which ran on ${ran.toISOString().slice(0, 16).replace('T', ' at ')} UTC.`
  return {
    output_type: 'display_data',
    data: {
      'text/plain': `${title}\nThe code that ran:\n${code}`,
      'text/html': `<details><summary><em>${title}</em></summary><pre>${escapeXml(code)}</pre></details>`,
    },
    metadata: { backprop: { label: what } },
  }
}
