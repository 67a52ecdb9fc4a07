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

/** A box with a coloured edge and a heading; it takes the page's own text colour and background. */
export function boxHtml(
  { tone, heading, role }: { tone: Tone; heading: string; role?: 'status' | 'note' },
  content: string,
): string {
  const { colour, sign } = tones[tone]
  return [
    `<div${role === undefined ? '' : ` role="${role}"`} style="border-left:4px solid ${colour};padding:.2em .9em;margin:.3em 0;max-width:60em">`,
    `<p style="margin:.2em 0"><strong style="color:${colour}"><span aria-hidden="true">${sign}</span> ${escapeXml(heading)}</strong></p>`,
    `${content}</div>`,
  ].join('')
}
