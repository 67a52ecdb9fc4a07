import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** JupyterLab's own parts, whose faults are told upstream. */
const notOurs = [
  '.jp-Toolbar',
  '.lm-MenuBar',
  '.cm-editor',
  '.jp-Notebook-footer',
  '.jp-InputPrompt',
  '.jp-DirListing',
]

/** Faults of JupyterLab's frame around what is ours: the rule, and where. */
const upstream: readonly string[] = [
  'aria-required-children: .jp-WindowedPanel-viewport',
  'tabindex: .skip-link',
]

/** What axe finds serious or critical on a page, outside JupyterLab's own parts: the rule and where. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(async (exclude) => {
    // The script above has put it there.
    const { run } = (
      window as unknown as { axe: { run(context: object, options: object): Promise<Results> } }
    ).axe
    const { violations } = await run(
      { exclude: exclude.map((selector) => [selector]) },
      { resultTypes: ['violations'] },
    )
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, notOurs)
  return found.filter((each) => !upstream.includes(each))
}

interface Results {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}
