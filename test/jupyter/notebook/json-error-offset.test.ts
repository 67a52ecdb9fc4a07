import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonErrorOffset } from '../../../src/jupyter/notebook/json-error-offset.js'
import { trials } from '../../support/trials.js'

describe('jsonErrorOffset()', () => {
  test('finds no error in JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        expect(jsonErrorOffset(JSON.stringify(value, null, indent))).toBeUndefined()
      }),
    )
  })

  test('agrees with JSON.parse on what is JSON', () => {
    const tokens = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"a"',
        '"\\u00e9"',
        '1',
        '-0.5e3',
        '01',
        'null',
        ' ',
        '"',
      ),
    )
    fc.assert(
      fc.property(tokens, (parts) => {
        const text = parts.join('')
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        expect(jsonErrorOffset(text) === undefined).toBe(valid)
      }),
      { numRuns: trials(2000) },
    )
  })

  test('points at the first token that cannot stand there, or at the end', () => {
    expect(jsonErrorOffset('{"a": 1,}')).toBe(8)
    expect(jsonErrorOffset('[1 2]')).toBe(3)
    expect(jsonErrorOffset('{"a"')).toBe(4)
    expect(jsonErrorOffset('{} x')).toBe(3)
    expect(jsonErrorOffset("{'a'}")).toBe(1)
  })
})
