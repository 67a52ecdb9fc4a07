import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What stays of JupyterLab's own: the rule, and the elements. `jp-button` repeats `aria-pressed` on its outer element,
 * which has no role; a screen reader meets the button within, where it is right.
 */
const upstream = [{ id: 'aria-allowed-attr', where: /^jp-button\b/ }]

/** What axe finds serious or critical on the whole page: the rule and where. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    // The script above has put it there.
    const { run } = (
      window as unknown as { axe: { run(context: Document, options: object): Promise<Results> } }
    ).axe
    const { violations } = await run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: target.join(' ') })))
  })
  return found
    .filter((each) => !upstream.some(({ id, where }) => id === each.id && where.test(each.target)))
    .map(({ id, target }) => `${id}: ${target}`)
}

interface Results {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}
