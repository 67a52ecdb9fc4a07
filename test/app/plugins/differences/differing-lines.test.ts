import { describe, expect, it } from 'vitest'
import { differingLines } from '../../../../src/app/plugins/differences/differing-lines.js'

const marked = (text: string, other: string) =>
  differingLines(text, other).map(({ text, differs }) => (differs ? `> ${text}` : text))

describe('differingLines()', () => {
  it('marks the lines that are others', () => {
    expect(marked('a\nb\nc', 'a\nx\nc')).toEqual(['a', '> b', 'c'])
  })

  it('marks added lines, and none in the text that has them not', () => {
    expect(marked('a\na\nb', 'a\nb')).toEqual(['a', '> a', 'b'])
    expect(marked('a\nb', 'a\na\nb')).toEqual(['a', 'b'])
  })

  it('marks nothing in the same text, and all in another', () => {
    expect(marked('a\nb', 'a\nb')).toEqual(['a', 'b'])
    expect(marked('a', 'b')).toEqual(['> a'])
  })
})
