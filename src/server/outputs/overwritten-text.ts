import { PrintedText } from './printed-text.js'

/** What a notebook shows of a text that was printed: returns and backspaces have had their effect. */
export function overwrittenText(text: string): string {
  const printed = new PrintedText()
  printed.add(text)
  return printed.shown
}
