import { parseColour } from '../still/still-picture-colour.js'

/** Ink for light areas, and for dark ones. */
export const inks = { dark: '#16181d', light: '#ffffff' } as const

/** The ink with the greater contrast on an opaque colour. */
export function inkOn(colour: string): keyof typeof inks {
  const paper = luminance(colour)
  const onDark = (luminance(inks.light) + 0.05) / (paper + 0.05)
  const onLight = (paper + 0.05) / (luminance(inks.dark) + 0.05)
  return onDark > onLight ? 'light' : 'dark'
}

/** Relative luminance by WCAG 2. */
function luminance(colour: string): number {
  const [r, g, b] = (parseColour(colour) ?? [255, 255, 255, 1]).slice(0, 3).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
