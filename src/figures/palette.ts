/** Colours of data: each at least 3 : 1 on white and on #111, and told apart by colour-blind eyes. */
export const palette = {
  blue: '#1f78d1',
  vermillion: '#d55e00',
  green: '#12876a',
  purple: '#a45ab8',
  gold: '#a98600',
  cyan: '#1a93b8',
  pink: '#e0528d',
  grey: '#787d84',
} as const

/** The name of a colour of data. */
export type ColourName = keyof typeof palette
