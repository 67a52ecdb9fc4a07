import { describe, expect, it } from 'vitest'
import { depthAt, diverging, sequential } from '../../../src/figures/colour/colour-scales.js'
import {
  colours,
  dashes,
  palette,
  seriesStyle,
  symbols,
  translucent,
} from '../../../src/figures/colour/palette.js'
import { contrast, deltaE, labOf, visions } from '../../support/colour.js'

describe('the palette', () => {
  it.each(Object.entries(palette))('%s has a contrast of 3 on white and on #111', (_, colour) => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(colour, '#111111')).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.keys(visions))('any two colours differ by ΔE 13 or more with %s vision', (vision) => {
    const seen = colours.map((colour) => labOf(colour, vision))
    const nearest = seen.flatMap((a, i) => seen.slice(0, i).map((b) => deltaE(a, b)))
    expect(nearest).toHaveLength(28)
    expect(Math.min(...nearest)).toBeGreaterThanOrEqual(13)
  })

  it('the difference is measured as CIE ΔE 2000 is defined', () => {
    // Pairs 1, 4 and 19 of Sharma, Wu and Dalal 2005.
    expect(deltaE([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
    expect(deltaE([50, -1.3802, -84.2814], [50, 0, -82.7485])).toBeCloseTo(1.0, 4)
    expect(deltaE([50, 2.5, 0], [56, -27, -3])).toBeCloseTo(31.903, 3)
  })

  it('series differ by more than their colour', () => {
    const looks = Array.from({ length: 8 }, (_, k) => seriesStyle(k))
    expect(new Set(looks.map(({ colour }) => colour)).size).toBe(8)
    expect(new Set(looks.map(({ symbol }) => symbol)).size).toBe(symbols.length)
    expect(new Set(looks.map(({ dash }) => dash)).size).toBe(dashes.length)
    expect(new Set(looks.map(({ pattern }) => pattern)).size).toBe(8)
    expect(seriesStyle(8)).toMatchObject({ colour: looks[0]?.colour, dash: dashes[2] })
  })

  it('translucent() keeps the colour', () => {
    expect(translucent('#0e9de3', 0.25)).toBe('rgba(14, 157, 227, 0.25)')
  })
})

describe('the colour scales', () => {
  it.each(Object.keys(visions))('the sequential one grows lighter all the way with %s vision', (vision) => {
    const lightness = sequential.map(([, colour]) => labOf(colour, vision)[0])
    lightness.slice(1).forEach((value, k) => {
      expect(value).toBeGreaterThan((lightness[k] ?? 0) + 5)
    })
  })

  it.each(Object.keys(visions))('the two sides of the diverging one differ with %s vision', (vision) => {
    const seen = diverging.map(([, colour]) => labOf(colour, vision))
    const [low, , , , high] = seen
    const [, below, , above] = seen
    expect(deltaE(low ?? [0, 0, 0], high ?? [0, 0, 0])).toBeGreaterThan(20)
    expect(deltaE(below ?? [0, 0, 0], above ?? [0, 0, 0])).toBeGreaterThan(20)
  })

  it('the diverging one is lightest in its middle, at equal distances from its ends', () => {
    expect(diverging.map(([place]) => place)).toEqual([0, 0.25, 0.5, 0.75, 1])
    const lightness = diverging.map(([, colour]) => labOf(colour, 'normal')[0])
    expect(Math.max(...lightness)).toBe(lightness[2])
  })

  it('depth lets the page through, and all of it at the top', () => {
    expect(depthAt(0)).toMatch(/0\.34\)$/)
    expect(depthAt(1)).toMatch(/, 0\)$/)
  })
})
