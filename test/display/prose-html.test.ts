import { expect, it } from 'vitest'
import { codeHtml } from '../../src/display/prose-html.js'

it("a line of code stays one line on a narrow page, whatever the page's own style of code is", () => {
  const html = codeHtml(['const up = (t) => t + 1', 'up(2)'], 'yes')
  expect(html).toContain('<code style="background:none;padding:0;white-space:pre">')
  expect(html).toContain('overflow-x:auto')
  expect(html.match(/\n/g)).toHaveLength(1)
})
