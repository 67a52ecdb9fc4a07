import type { SyntaxNode, TslabTypeScript } from './tslab-parts.js'

/**
 * tslab's converter turns the name in a shorthand `{ x }` into a variable that does not exist when `x` is imported or
 * comes from an earlier cell. What to say under the ReferenceError that follows; undefined when it has another reason.
 *
 * @param sources the cells run so far, since the shorthand may be in a function of an earlier one
 * @param names an object whose keys are the names that cells have defined
 */
export function explainShorthand(
  error: { readonly ename: string; readonly evalue: string },
  { sources, names, typescript }: { sources: readonly string[]; names: object; typescript: TslabTypeScript },
): string | undefined {
  const name = error.ename === 'ReferenceError' ? /^(\S+) is not defined$/.exec(error.evalue)?.[1] : undefined
  if (name === undefined || !Object.hasOwn(names, name)) return undefined
  if (!sources.some((source) => hasShorthand(source, name, typescript))) return undefined
  return `${name} exists. But this kernel (tslab) cannot find it in the short form { ${name} } when it is imported or comes from an earlier cell. Write { ${name}: ${name} } instead.`
}

function hasShorthand(source: string, name: string, ts: TslabTypeScript): boolean {
  // Parsing is what costs time.
  if (!source.includes(name)) return false
  const visit = (node: SyntaxNode): true | undefined =>
    ts.isShorthandPropertyAssignment(node) && node.name.text === name ? true : ts.forEachChild(node, visit)
  return visit(ts.createSourceFile('cell.ts', source, ts.ScriptTarget.Latest, false)) ?? false
}
