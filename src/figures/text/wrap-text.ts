/**
 * A text in lines of about the same length, none longer than `width` letters, parted by Plotly's `<br>`; tags count
 * nothing, a single longer word stays whole.
 */
export function wrapText(text: string, width: number): string {
  return text
    .split(/<br\s*\/?>/i)
    .map((line) => {
      const lines = Math.ceil(lettersOf(line) / width)
      if (lines <= 1) return line
      // The narrowest width that needs no more lines: a last line of one word is ugly.
      for (let narrow = Math.ceil(lettersOf(line) / lines); narrow < width; narrow++) {
        const wrapped = greedy(line, narrow)
        if (wrapped.length <= lines && wrapped.every((each) => lettersOf(each) <= width))
          return wrapped.join('<br>')
      }
      return greedy(line, width).join('<br>')
    })
    .join('<br>')
}

/** How many lines a text with `<br>` has. */
export function linesOf(text: string): number {
  return text.split(/<br\s*\/?>/i).length
}

function greedy(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && lettersOf(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function lettersOf(text: string): number {
  return [...text.replace(/<\/?[a-z][^<>]*>/gi, '').replace(/&[a-z]+;/gi, ' ')].length
}
