import { derivativeWords, differential, inlineDerivative } from './derivative.js'
import { argumentWords, bracketed, groupWords, tableWords } from './group-words.js'
import { baseOf, isSign, type MathTree } from './math-tree.js'
import { prefixWords, scriptWords } from './script-words.js'
import { isSimple } from './simple.js'
import { isDots, nameWords, signWords } from './words.js'

/**
 * A formula in plain words, as a teacher reads it to someone who does not see the board: "the partial derivative of
 * J with respect to W 1 equals d Z 1 times X transposed". After the habits of ClearSpeak, with the course's symbols.
 */
export function speak(tree: MathTree): string {
  return tidy(say(tree))
}

function say(tree: MathTree): string {
  switch (tree.kind) {
    case 'number':
      return tree.text
    case 'name':
      return tree.text === 'R' && tree.variant === 'double-struck' ? 'the real numbers' : nameWords(tree.text)
    case 'sign':
      return signWords(tree.text)
    case 'text':
      return tree.text
    case 'gap':
      return ','
    case 'row':
      return sequence(tree.items)
    case 'group':
      return groupWords(tree, say)
    case 'fraction':
      return derivativeWords(tree.over, tree.under, say) ?? fractionWords(tree.over, tree.under)
    case 'root':
      return rootWords(tree.of, tree.index)
    case 'scripts':
      return prefixWords(tree, say) ?? scriptWords(explicit(tree), say)
    case 'table':
      return tableWords(tree, say)
    case 'box':
      return /strike/.test(tree.drawn) ? `${say(tree.of)}, crossed out,` : say(tree.of)
  }
}

/** Side by side: operators said, products that are only written side by side said where they would be missed. */
function sequence(items: readonly MathTree[]): string {
  const words: string[] = []
  let before: Role = 'operator'
  let previous: MathTree | undefined
  const integral = items.some((item) => isSign(baseOf(item), '∫'))
  for (let i = 0; i < items.length; ) {
    const item = items[i]
    if (item === undefined) break
    const next = items[i + 1]
    const role = roleOf(item, next)
    const inline = inlineDerivative(items.slice(i), say)
    const product = before === 'operand' && (role === 'operand' || role === 'prefix')
    const heard =
      role !== 'operand' || inline !== undefined || previous === undefined || !silentProduct(previous, item)
    if (product && heard) words.push(integral && differential(item) === 'd' ? ',' : 'times')
    const applied = inline ?? application(item, next)
    words.push(applied?.words ?? prefixWords(item, say) ?? say(item))
    i += applied?.length ?? 1
    previous = items[i - 1]
    before = applied === undefined ? role : applied.length === 1 ? 'prefix' : 'operand'
  }
  return words.filter((word) => word !== '').join(' ')
}

type Role = 'operand' | 'operator' | 'prefix'

function roleOf(item: MathTree, next: MathTree | undefined): Role {
  if (item.kind === 'gap' || item.kind === 'text') return 'operator'
  if (prefixWords(item, say) !== undefined) return 'prefix'
  if (item.kind === 'sign') return 'operator'
  if (item.kind === 'name' && isDots(item.text)) return 'operator'
  const differs = differential(item) !== undefined || (item.kind === 'name' && item.text === 'Δ')
  const marks = baseOf(item).kind === 'name' && differs
  if (marks && next !== undefined && baseOf(next).kind === 'name') return 'prefix'
  if (item.kind === 'scripts' && item.base.kind === 'sign') return 'operator'
  return 'operand'
}

/** 2x and αx are heard as products by themselves. */
function silentProduct(left: MathTree, right: MathTree): boolean {
  return (
    (left.kind === 'number' || left.kind === 'name') &&
    right.kind === 'name' &&
    differential(right) === undefined
  )
}

const functionLetters = ['f', 'g', 'h', 'J', 'L', 'ℒ', 'p', 'P', 'σ', 'φ', 'ϕ', 'ψ', 'ℓ']
const operatorNames =
  /^(?:log|ln|exp|sin|cos|tan|sinh|cosh|tanh|max|min|arg\s*max|arg\s*min|det|dim|sup|inf|sgn|diag|tr|rank)$/

/** A function with its argument: "sigma prime of Z 1". */
function application(
  item: MathTree,
  next: MathTree | undefined,
): { readonly words: string; readonly length: number } | undefined {
  const base = baseOf(item)
  if ((base.kind !== 'name' && base.kind !== 'text') || prefixWords(item, say) !== undefined) return undefined
  const operator = operatorNames.test(base.text)
  const named = operator || functionLetters.includes(base.text) || /^\p{L}{2,}$/u.test(base.text)
  const group = next === undefined ? undefined : baseOf(next)
  if (
    named &&
    next !== undefined &&
    group?.kind === 'group' &&
    '(['.includes(group.open) &&
    group.open !== ''
  ) {
    const outer = next.kind === 'scripts' ? `, all${scriptWords({ ...next, base: emptyRow }, say)},` : ''
    return { words: `${say(item)} of ${argumentWords(group, say)}${outer}`, length: 2 }
  }
  const takes = operator && next !== undefined && roleOf(next, undefined) !== 'operator'
  return takes ? { words: `${say(item)} of`, length: 1 } : undefined
}

const emptyRow: MathTree = { kind: 'row', items: [] }

/** A power needs the brackets of what it raises, also those of (−1). */
function explicit(tree: Extract<MathTree, { kind: 'scripts' }>): Extract<MathTree, { kind: 'scripts' }> {
  const { base } = tree
  if (base.kind !== 'group' || base.open !== '(' || !isSign(base.items[0], '−') || base.items.length !== 2)
    return tree
  return { ...tree, base: { kind: 'text', text: bracketed(base, say) } }
}

function fractionWords(over: MathTree, under: MathTree): string {
  if (isSimple(over) && isSimple(under)) return `${say(over)} over ${say(under)}`
  return `the fraction ${say(over)}, over ${say(under)}, end fraction,`
}

function rootWords(of: MathTree, index: MathTree | undefined): string {
  const degree = index === undefined ? '2' : say(index)
  const name = { '2': 'square root', '3': 'cube root' }[degree] ?? `${degree}-th root`
  return `the ${name} of ${say(of)}${isSimple(of) ? '' : ', end root,'}`
}

/** One space between words, pauses once each, and no word for the end of what ends the formula anyway. */
function tidy(words: string): string {
  const paused = words
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:.](?:\s|$))/g, '')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*;/g, ';')
    .replace(/([;:]),/g, '$1')
    .replace(/^[\s,;]+/, '')
  return paused.replace(
    /(?:[\s,;]*\bend (?:matrix|table|vector|fraction|root|power|sub|set|cases|norm|absolute value|floor|ceiling))*(?: of)?[\s,;]*$/,
    '',
  )
}
