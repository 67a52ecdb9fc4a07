/**
 * The first name like `name` that is free: `Untitled.ipynb`, `Untitled1.ipynb`, …
 *
 * @param insert what stands before the number: a space, `-Copy`
 */
export async function incrementName(
  name: string,
  insert: string,
  isTaken: (name: string) => Promise<boolean>,
): Promise<string> {
  const dot = name.endsWith('.ipynb') ? name.length - '.ipynb'.length : name.indexOf('.', 1)
  const at = dot === -1 ? name.length : dot
  for (let i = 0; ; i++) {
    const candidate = `${name.slice(0, at)}${i === 0 ? '' : `${insert}${i}`}${name.slice(at)}`
    if (!(await isTaken(candidate))) return candidate
  }
}
