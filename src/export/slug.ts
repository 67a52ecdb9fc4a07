/**
 * A heading's text as an id: lower case, words joined by dashes, letters of every script kept.
 * The slug of a slug is itself, so that links written as Jupyter writes them (`#The-gradient`) are found too.
 */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu)
  return words === null ? 'section' : words.join('-')
}

/** A giver of ids for one page: the second `x` becomes `x-2`, the third `x-3`. */
export function uniqueIds(taken: readonly string[] = []): (wanted: string) => string {
  const used = new Set(taken)
  return (wanted) => {
    let id = wanted
    for (let n = 2; used.has(id); n += 1) id = `${wanted}-${n}`
    used.add(id)
    return id
  }
}
