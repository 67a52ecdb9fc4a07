import { escapeXml } from '../figures/text/escape-xml.js'

/** Colours that can be read on white and on #111 alike (4 : 1), each with a sign, so that colour is never alone. */
export const tones = {
  pass: { colour: '#1f883d', sign: '✓' },
  fail: { colour: '#dc3d43', sign: '✗' },
  error: { colour: '#a06c00', sign: '!' },
  open: { colour: '#2077c9', sign: '○' },
  plain: { colour: '#747779', sign: '›' },
} as const

export type Tone = keyof typeof tones

/** What a box says of its content before one reads it. */
export interface Box {
  readonly tone: Tone
  readonly heading: string
  readonly role?: 'status' | 'note'
}

/** A box with a coloured edge and a heading; it takes the page's own text colour and background. */
export function boxHtml(box: Box, content: string): string {
  const role = box.role === undefined ? '' : ` role="${box.role}"`
  return `<div${role} style="${boxStyle(box)}">${boxHeadingHtml(box)}${content}</div>`
}

export function boxStyle({ tone }: Box): string {
  return `border-left:4px solid ${tones[tone].colour};padding:.2em .9em;margin:.3em 0;max-width:60em`
}

export function boxHeadingHtml({ tone, heading }: Box): string {
  const { colour, sign } = tones[tone]
  return `<p style="margin:.2em 0"><strong style="color:${colour}"><span aria-hidden="true">${sign}</span> ${escapeXml(heading)}</strong></p>`
}
