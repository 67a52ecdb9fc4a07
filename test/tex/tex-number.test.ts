import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texNumber } from '../../src/tex/tex-number.js'

describe('texNumber()', () => {
  it('writes integers as they are', () => {
    expect([0, -0, 7, -12, 123456789].map((n) => texNumber(n, 4))).toEqual([
      '0',
      '0',
      '7',
      '-12',
      '123456789',
    ])
  })

  it('writes other numbers to the digits asked for, without trailing zeros', () => {
    expect([0.0432, 0.043219, -0.5, 3.24159, 1.99999, 12345.67].map((n) => texNumber(n, 4))).toEqual([
      '0.0432',
      '0.04322',
      '-0.5',
      '3.242',
      '2',
      '12346',
    ])
    expect(texNumber(3.24159, 2)).toBe('3.2')
  })

  it('writes tiny and huge numbers with a power of ten', () => {
    expect(texNumber(1.2e-7, 4)).toBe('1.2\\times 10^{-7}')
    expect(texNumber(-1e-7, 4)).toBe('-10^{-7}')
    expect(texNumber(6.02214e23, 4)).toBe('6.022\\times 10^{23}')
    expect(texNumber(2e9, 4)).toBe('2\\times 10^{9}')
    expect(texNumber(0.000099999, 4)).toBe('0.0001')
    expect(texNumber(5e-324, 4)).toBe('4.941\\times 10^{-324}')
  })

  it('stays within half a unit of the last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
        fc.integer({ min: 1, max: 15 }),
        (value, digits) => {
          const read = Number(
            texNumber(value, digits)
              .replace(/^(-?)10\^/, '$11\\times 10^')
              .replace(/\\times 10\^\{(-?\d+)\}/, 'e$1'),
          )
          expect(Math.abs(read - value)).toBeLessThanOrEqual(
            Math.abs(value) * 0.5001 * 10 ** (1 - digits) + 5e-324,
          )
        },
      ),
    )
  })
})
