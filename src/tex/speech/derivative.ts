import { isSign, itemsOf, type MathTree, rowOf } from './math-tree.js'

/** Says a part of a formula. */
export type Say = (tree: MathTree) => string

type Differential = '∂' | 'd'

/**
 * A fraction of differentials, or undefined if it is none: ∂J/∂W₁ is "the partial derivative of J with respect
 * to W 1", ∂/∂W₁ the same with what follows.
 */
export function derivativeWords(over: MathTree, under: MathTree, say: Say): string | undefined {
  const above = headOf(over)
  const below = itemsOf(under)
  if (above === undefined || differential(below[0]) !== above.kind) return undefined
  const variables = variablesOf(below, above.kind)
  if (variables.some((each) => each.length === 0)) return undefined
  const order = above.order === undefined ? '' : `${ordinal(say(above.order))} `
  const name = `the ${order}${above.kind === '∂' ? 'partial ' : ''}derivative`
  const names = variables.map((each) => say(withoutPower(rowOf(each), above.order)))
  const to = `with respect to ${names.join(' and ')}`
  return above.rest.length === 0 ? `${name} ${to} of` : `${name} of ${say(rowOf(above.rest))} ${to}`
}

/**
 * A derivative written in a line, ∂J/∂W₁ or dJ/dw, at the start of the items.
 *
 * @returns its words and how many items they stand for
 */
export function inlineDerivative(
  items: readonly MathTree[],
  say: Say,
): { readonly words: string; readonly length: number } | undefined {
  const slash = items.findIndex((item) => isSign(item, '/'))
  const [over, under] = [items.slice(0, slash), items.slice(slash + 1, slash + 3)]
  if (slash < 1 || slash > 2 || under.length < 2) return undefined
  const words = derivativeWords(rowOf(over), rowOf(under), say)
  return words === undefined ? undefined : { words, length: slash + 3 }
}

/** Whether an item is a differential's sign, and which. */
export function differential(tree: MathTree | undefined): Differential | undefined {
  if (tree?.kind !== 'name' && tree?.kind !== 'sign') return undefined
  return tree.text === '∂' || tree.text === 'd' ? tree.text : undefined
}

function headOf(
  over: MathTree,
): { kind: Differential; order: MathTree | undefined; rest: readonly MathTree[] } | undefined {
  const [first, ...rest] = itemsOf(over)
  const powered = first?.kind === 'scripts' && first.below === undefined
  const kind = differential(powered ? first.base : first)
  return kind === undefined ? undefined : { kind, order: powered ? first.above : undefined, rest }
}

/** ∂x ∂y as [[x], [y]]. */
function variablesOf(items: readonly MathTree[], kind: Differential): MathTree[][] {
  const variables: MathTree[][] = []
  for (const item of items) {
    if (differential(item) === kind) variables.push([])
    else variables[variables.length - 1]?.push(item)
  }
  return variables
}

/** In ∂²J/∂x² the second 2 is not said again. */
function withoutPower(tree: MathTree, order: MathTree | undefined): MathTree {
  if (order === undefined || tree.kind !== 'scripts' || tree.above === undefined) return tree
  if (JSON.stringify(tree.above) !== JSON.stringify(order)) return tree
  return tree.below === undefined ? tree.base : { ...tree, above: undefined }
}

function ordinal(count: string): string {
  return { '2': 'second', '3': 'third' }[count] ?? `${count}-th`
}
