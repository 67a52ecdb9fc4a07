/** Colours as eyes see them: contrast, difference, and what is left of a colour without one kind of cones. */

type Triple = readonly [number, number, number]

/** Linear red, green and blue, 0 … 1, of `#rrggbb`. */
export function linear(hex: string): Triple {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** Contrast of two colours, 1 … 21 (WCAG 2). */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear colours. */
export const visions: Record<string, readonly [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** CIE Lab (D65) of a colour as seen with a vision. */
export function labOf(hex: string, vision: string): Triple {
  const [r, g, b] = linear(hex)
  const [red, green, blue] = (visions[vision] ?? []).map(([x, y, z]) =>
    Math.min(1, Math.max(0, x * r + y * g + z * b)),
  ) as [number, number, number] // three rows, three values
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116)
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE ΔE 2000 of two colours in Lab. */
export function deltaE(first: Triple, second: Triple): number {
  const degrees = 180 / Math.PI
  const [[L1, a1, b1], [L2, a2, b2]] = [first, second]
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const stretch = 1.5 - 0.5 * Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7))
  const [C1, C2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)]
  const hue = (a: number, b: number) => (Math.atan2(b, a * stretch) * degrees + 360) % 360
  const [h1, h2] = [hue(a1, b1), hue(a2, b2)]
  const [L, C] = [(L1 + L2) / 2, (C1 + C2) / 2]
  const turn = ((h2 - h1 + 540) % 360) - 180
  const h = (h1 + turn / 2 + 360) % 360
  const cos = (angle: number) => Math.cos(angle / degrees)
  const T = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63)
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2)
  const SC = 1 + 0.045 * C
  const SH = 1 + 0.015 * C * T
  const RC = 2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7))
  const RT = -RC * Math.sin((60 * Math.exp(-(((h - 275) / 25) ** 2))) / degrees)
  const dC = (C2 - C1) / SC
  const dH = (2 * Math.sqrt(C1 * C2) * Math.sin(turn / 2 / degrees)) / SH
  return Math.sqrt(((L2 - L1) / SL) ** 2 + dC ** 2 + dH ** 2 + RT * dC * dH)
}
