/** Red, green, blue 0 … 255 and opacity 0 … 1. */
export type Rgba = readonly [number, number, number, number]

/** Stops of a colour scale: place 0 … 1 and colour. */
export type ColourScale = readonly (readonly [number, string])[]

const names: Readonly<Record<string, Rgba>> = {
  black: [0, 0, 0, 1],
  white: [255, 255, 255, 1],
  grey: [128, 128, 128, 1],
  gray: [128, 128, 128, 1],
  red: [255, 0, 0, 1],
  green: [0, 128, 0, 1],
  blue: [0, 0, 255, 1],
  transparent: [0, 0, 0, 0],
}

/** Reads `#rgb`, `#rrggbb`, `rgb(…)`, `rgba(…)` and a few names; undefined for others. */
export function parseColour(text: string): Rgba | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1]
  if (hex !== undefined) {
    const wide = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    const value = Number.parseInt(wide, 16)
    return [value >> 16, (value >> 8) & 255, value & 255, 1]
  }
  const [r, g, b, a = 1] = (/^rgba?\(([^()]*)\)$/i.exec(text)?.[1] ?? '').split(/[\s,/]+/).map(Number)
  if (r !== undefined && g !== undefined && b !== undefined && [r, g, b, a].every(Number.isFinite))
    return [r, g, b, a]
  return names[text.toLowerCase()]
}

/** A colour that may stand in an attribute: what looks like none becomes `fallback`. */
export function safeColour(value: unknown, fallback: string): string {
  return typeof value === 'string' && /^[#a-z][#\w(),.%\s/-]*$/i.test(value) ? value : fallback
}

/** The scale's colour at t = 0 … 1, as `#rrggbb`, or `rgba(…)` where it is not opaque. */
export function colourAt(scale: ColourScale, t: number): string {
  const place = Math.max(0, Math.min(1, t))
  const upper = scale.findIndex(([stop]) => stop >= place)
  const [high, highText] = scale[upper < 0 ? scale.length - 1 : upper] ?? [1, '#888']
  const [low, lowText] = scale[Math.max(0, (upper < 0 ? scale.length : upper) - 1)] ?? [0, '#888']
  const [from, to] = [parseColour(lowText), parseColour(highText)]
  if (from === undefined || to === undefined) return safeColour(highText, '#888')
  const share = high > low ? (place - low) / (high - low) : 0
  const mix = from.map((part, k) => part + ((to[k] ?? part) - part) * share)
  const [r = 0, g = 0, b = 0, a = 1] = mix
  if (a < 1) return `rgba(${Math.round(r)},${Math.round(g)},${Math.round(b)},${Math.round(a * 100) / 100})`
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** A Plotly colour scale as stops; grey to blue when it is a name, which a still picture does not know. */
export function colourScale(value: unknown, reversed: boolean): ColourScale {
  const stops: [number, string][] = []
  if (Array.isArray(value)) {
    value.forEach((stop: unknown, k) => {
      if (Array.isArray(stop) && typeof stop[0] === 'number' && typeof stop[1] === 'string')
        stops.push([stop[0], stop[1]])
      else if (typeof stop === 'string') stops.push([k / Math.max(1, value.length - 1), stop])
    })
  }
  const scale: ColourScale =
    stops.length >= 2
      ? stops
      : [
          [0, '#dddddd'],
          [1, '#1f5f9f'],
        ]
  return reversed ? scale.map(([stop, colour]) => [1 - stop, colour] as const).reverse() : scale
}
