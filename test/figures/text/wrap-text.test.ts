import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, wrapText } from '../../../src/figures/text/wrap-text.js'

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 40 })

describe('wrapText()', () => {
  it('makes lines that fit, and loses no word', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 9, max: 60 }), (list, width) => {
        const wrapped = wrapText(list.join(' '), width)
        expect(wrapped.split('<br>').join(' ')).toBe(list.join(' '))
        for (const line of wrapped.split('<br>')) expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('makes lines of about the same length', () => {
    expect(wrapText('one two three four five six', 20)).toBe('one two three<br>four five six')
  })

  it('counts no tags, keeps breaks, and leaves a long word whole', () => {
    expect(wrapText('<b>short</b> text', 10)).toBe('<b>short</b> text')
    expect(wrapText('a<br>b', 10)).toBe('a<br>b')
    expect(wrapText('Donaudampfschifffahrt now', 10)).toBe('Donaudampfschifffahrt<br>now')
    expect(linesOf('a<br>b<br/>c')).toBe(3)
  })
})
