// biome-ignore lint/suspicious/noControlCharactersInRegex: Python ends lines at these too.
const afterLineEnd = /(?<=\r\n|\r(?!\n)|[\n\v\f\x1c-\x1e\x85\u2028\u2029])/

/**
 * The lines of `text`, each with its end, so that joining them gives `text` again; none for an empty text. Line ends
 * are those of Python's `str.splitlines`, which nbformat uses.
 */
export function splitLines(text: string): string[] {
  return text.split(afterLineEnd).filter((line) => line !== '')
}
