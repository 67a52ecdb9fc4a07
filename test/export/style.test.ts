import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../src/export/style/colours.css', import.meta.url), 'utf8')

/** The colours that a rule sets, by name. */
function coloursOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  expect(start, selector).toBeGreaterThan(-1)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** WCAG's relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const pairs: readonly { text: string; ground: string }[] = [
  ...['ink', 'soft', 'accent', 'mark', 'warn'].map((text) => ({ text, ground: 'paper' })),
  ...['ink', 'soft', 'accent'].map((text) => ({ text, ground: 'raised' })),
  ...['keyword', 'string', 'number', 'comment', 'name', 'type'].map((word) => ({
    text: `code-${word}`,
    ground: 'raised',
  })),
  { text: 'accent', ground: 'accent-soft' },
  { text: 'warn', ground: 'warn-paper' },
]

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('In the %s theme', (_, selector) => {
  test.each(pairs)('$text on $ground has a contrast of 4.5 : 1 or more', ({ text, ground }) => {
    const colours = coloursOf(selector)
    expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})

test('the dark theme is the same, whether the system or the reader asks for it', () => {
  expect(coloursOf(':root:not([data-theme="light"])')).toEqual(coloursOf(':root[data-theme="dark"]'))
})

test('no style sheet asks for anything from elsewhere', () => {
  expect(css).not.toMatch(/url\(|https?:/)
})
