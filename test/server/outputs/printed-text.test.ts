import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overwrittenText } from '../../../src/server/outputs/overwritten-text.js'
import { PrintedText } from '../../../src/server/outputs/printed-text.js'

/** Text as kernels print it, cut into messages. */
const messages = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r', '\b'), maxLength: 20 }),
)

/** What JupyterLab keeps of it, and saves: its way of doing it, a character at a time over the whole text. */
function inThePage(text: string): string {
  let [shown, at] = ['', 0]
  for (const character of text) {
    if (character === '\n') [shown, at] = [`${shown}\n`, shown.length + 1]
    else if (character === '\r') at = shown.lastIndexOf('\n', at - 1) + 1
    else if (character === '\b') {
      if (at === 0 || shown[at - 1] === '\n') continue
      shown = shown.slice(0, at - 1) + shown.slice(at + 1)
      at -= 1
    } else {
      shown = shown.slice(0, at) + character + shown.slice(at + 1)
      at += 1
    }
  }
  return shown
}

function printedOf(parts: readonly string[]): PrintedText {
  const printed = new PrintedText()
  for (const part of parts) printed.add(part)
  return printed
}

describe('printed text', () => {
  it('is overwritten after a return and taken away by a backspace', () => {
    expect(overwrittenText('10 %\r20 %\r\n|\b/\b-\b\bdone')).toBe('20 %\ndone')
    expect(overwrittenText('long line\rshort')).toBe('shortline')
    expect(overwrittenText('waits\r')).toBe('waits')
  })

  it('is the same however it is cut into messages', () => {
    fc.assert(
      fc.property(messages, (parts) => {
        expect(printedOf(parts).shown).toBe(overwrittenText(parts.join('')))
      }),
    )
  })

  it('goes on where it was for a page that comes later', () => {
    fc.assert(
      fc.property(messages, messages, (before, after) => {
        const later = printedOf([printedOf(before).toString(), ...after])
        expect(later.shown).toBe(printedOf([...before, ...after]).shown)
      }),
    )
  })

  it('is what the page shows and saves', () => {
    fc.assert(
      fc.property(messages, (parts) => {
        expect(printedOf(parts).shown).toBe(inThePage(parts.join('')))
      }),
    )
  })
})
