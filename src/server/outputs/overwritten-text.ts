/**
 * A terminal's view of printed text: after a carriage return, what is printed next takes the place of the line. So a
 * progress bar that prints its line a thousand times is one line.
 */
export function overwrittenText(text: string): string {
  return text.includes('\r') ? text.split('\n').map(overwrittenLine).join('\n') : text
}

function overwrittenLine(line: string, index: number, lines: readonly string[]): string {
  const parts = line.replace(/\r+$/, '').split('\r')
  const shown = parts.reduce((old, part) => part + old.slice(part.length))
  // A return at the very end waits for what is printed next; before a line's end it says nothing.
  return index === lines.length - 1 && line.endsWith('\r') ? `${shown}\r` : shown
}
