import { expect, it } from 'vitest'
import { codeHtml, inlineHtml } from '../../src/display/prose-html.js'

it("a line of code stays one line on a narrow page, whatever the page's own style of code is", () => {
  const html = codeHtml(['const up = (t) => t + 1', 'up(2)'], 'yes')
  expect(html).toContain('<code style="background:none;padding:0;white-space:pre">')
  expect(html).toContain('overflow-x:auto')
  expect(html.match(/\n/g)).toHaveLength(1)
})

it('short code in a sentence is not broken, and long code may be', () => {
  expect(inlineHtml('Run `show(1)` now.')).toBe('Run <code style="white-space:nowrap">show(1)</code> now.')
  expect(inlineHtml(`\`${'theta '.repeat(9)}\``)).toContain('<code>theta')
})
