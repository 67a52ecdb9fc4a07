import { describe, expect, it } from 'vitest'
import { headingsIn } from '../../../../src/app/plugins/course/headings.js'

describe('the headings of Markdown', () => {
  it('are those written with number signs, without the marks in them', () => {
    const text =
      '# 1 · The *bowl*\n\nText # not one\n\n## Why `W.T`? ##\n### $\\nabla J$ and [a link](x.md)\n#none'
    expect(headingsIn(text)).toEqual([
      { level: 1, text: '1 · The bowl' },
      { level: 2, text: 'Why W.T?' },
      { level: 3, text: '\\nabla J and a link' },
    ])
  })

  it('are not the comments in fenced code, whatever the fence is made of', () => {
    const text = '```sh\n# a comment\n```\n## One\n~~~~\n## no\n~~~\n## no\n~~~~\n## Two'
    expect(headingsIn(text).map((heading) => heading.text)).toEqual(['One', 'Two'])
  })
})
