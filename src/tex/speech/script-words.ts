import type { Say } from './derivative.js'
import { baseOf, isSign, itemsOf, type MathTree } from './math-tree.js'
import { isSimple } from './simple.js'
import { markWords } from './words.js'

type Scripts = Extract<MathTree, { kind: 'scripts' }>

const bigOperators: Readonly<Record<string, string>> = {
  '∑': 'the sum',
  '∏': 'the product',
  '∫': 'the integral',
  '⋃': 'the union',
  '⋂': 'the intersection',
  max: 'the maximum',
  min: 'the minimum',
  argmax: 'the arg max',
  argmin: 'the arg min',
  sup: 'the supremum',
  inf: 'the infimum',
  arg: 'the argument',
}

/** Sums and the like, which take what follows: "the sum over i from 1 to M of"; undefined for anything else. */
export function prefixWords(tree: MathTree, say: Say): string | undefined {
  const { base, below, above } = tree.kind === 'scripts' ? tree : bare(tree)
  if (base.kind !== 'sign' && base.kind !== 'name') return undefined
  if (base.text === '∇' && above === undefined)
    return below === undefined ? 'the gradient of' : `the gradient with respect to ${say(below)} of`
  if (base.text === 'lim' && below !== undefined) return `the limit as ${say(below)} of`
  const operator = bigOperators[base.text.replace(/[\s\u2000-\u200a]/g, '')]
  if (operator === undefined || (base.kind === 'name' && below === undefined && base.text !== 'arg'))
    return undefined
  return [operator, limits(base.text, below, above, say), 'of'].join(' ')
}

/** A letter, a bracket or a sign with what stands beside, above or below it. */
export function scriptWords(tree: Scripts, say: Say): string {
  const { base, below, above, place } = tree
  if (base.kind === 'name' && base.text === 'log' && below !== undefined && above === undefined)
    return `log base ${say(below)}`
  if (isSign(base, '|', '∣', '‖') && below !== undefined) return `, evaluated at ${say(below)},`
  if (base.kind === 'group' && base.close === '|' && base.open === '' && below !== undefined)
    return `${say({ kind: 'row', items: base.items })}, evaluated at ${say(below)},`
  if (base.kind === 'group' && '‖∥'.includes(base.open) && base.open !== '' && below !== undefined)
    return `the ${say(below)} norm of ${say({ kind: 'row', items: base.items })}${power(tree, say)}`
  if (base.kind === 'name' && base.variant === 'double-struck' && base.text === 'R' && above !== undefined)
    return realSpace(above, say)
  if (place === 'centred') return centredWords(tree, say)
  return `${say(base)}${index(below, say)}${power(tree, say)}`
}

function bare(base: MathTree): { base: MathTree; below: undefined; above: undefined } {
  return { base, below: undefined, above: undefined }
}

function limits(
  operator: string,
  below: MathTree | undefined,
  above: MathTree | undefined,
  say: Say,
): string {
  if (below === undefined) return above === undefined ? '' : `to ${say(above)}`
  if (operator === '∫')
    return above === undefined ? `over ${say(below)}` : `from ${say(below)} to ${say(above)}`
  if (above === undefined) return `over ${say(below).replace(' is in ', ' in ')}`
  const items = itemsOf(below)
  const equals = items.findIndex((item) => isSign(item, '='))
  if (equals < 1) return `over ${say(below)} to ${say(above)}`
  const part = (from: number, to?: number): string => say({ kind: 'row', items: items.slice(from, to) })
  return `over ${part(0, equals)} from ${part(equals + 1)} to ${say(above)}`
}

/** Hats and bars, braces with a label, and words on an arrow. */
function centredWords({ base, below, above }: Scripts, say: Say): string {
  if (isBrace(below) || isBrace(above)) return say(base)
  if (base.kind === 'scripts' && (isBrace(base.below) || isBrace(base.above)))
    return `${say(base)}, labelled ${say(below ?? above ?? base)},`
  const mark = above?.kind === 'sign' ? markWords(above.text) : undefined
  if (mark !== undefined && below === undefined) {
    if (mark === 'vector' && isSimple(base)) return `vector ${say(base)}`
    return isSimple(base) ? `${say(base)} ${mark}` : `${say(base)}, with a ${mark} over all of it,`
  }
  const over = above === undefined ? '' : ` with ${say(above)} above`
  const under = below === undefined ? '' : ` with ${say(below)} below`
  return `${say(base)}${over}${under}`
}

function isBrace(tree: MathTree | undefined): boolean {
  return isSign(tree, '⏟', '⏞', '︸', '︷', '⎵', '⎴')
}

/** W₁ as "W 1", x_i as "x sub i"; a longer index says where it ends. */
function index(below: MathTree | undefined, say: Say): string {
  if (below === undefined) return ''
  const items = itemsOf(below)
  const [only] = items
  const word = items.length === 1 && only !== undefined && 'text' in only && only.kind !== 'sign'
  if (word && (only.kind !== 'name' || only.text.length > 1)) return ` ${say(only)}`
  const list = items.every((item) => item.kind === 'name' || item.kind === 'number' || isSign(item, ','))
  return list || isSimple(below) ? ` sub ${items.map(say).join(' ')}` : ` sub ${say(below)} end sub,`
}

function power({ base, above }: Scripts, say: Say): string {
  if (above === undefined) return ''
  const [first, ...rest] = itemsOf(above)
  if (isSign(first, '′', '″', '‴', '⁗')) {
    const prime = ` ${say(first ?? above)}`
    return rest.length === 0 ? prime : prime + raised(base, { kind: 'row', items: rest }, say)
  }
  const barred = base.kind === 'group' && '|‖∥'.includes(base.open) && base.open !== ''
  return `${barred ? ',' : ''}${raised(base, above, say)}${barred ? ',' : ''}`
}

function raised(base: MathTree, above: MathTree, say: Say): string {
  const items = itemsOf(above)
  const [first, second] = items
  if (items.length === 1 && first !== undefined) {
    if (first.kind === 'group') return ` superscript ${say({ kind: 'row', items: first.items })}`
    if (first.kind === 'text') return ` superscript ${first.text}`
    if (isTransposition(first, base)) return ' transposed'
    if (isSign(first, '∗', '*', '⋆')) return ' star'
    if (isSign(first, '∘')) return ' degrees'
    if (isSign(first, '+', '−')) return ` superscript ${say(first)}`
    if (first.kind === 'number' && first.text === '2') return ' squared'
    if (first.kind === 'number' && first.text === '3') return ' cubed'
  }
  const minusOne =
    items.length === 2 && isSign(first, '−', '-') && second?.kind === 'number' && second.text === '1'
  if (minusOne && isMatrixLike(base)) return ' inverse'
  if (isSimple(above)) return ` to the power of ${say(above)}`
  return ` to the power of ${say(above)}, end power,`
}

function isTransposition(tree: MathTree, base: MathTree): boolean {
  if (isSign(tree, '⊤', '⊺')) return true
  if (tree.kind !== 'name' || !['T', '⊤', '⊺'].includes(tree.text)) return false
  return base.kind !== 'number' && !(base.kind === 'name' && base.text === 'e')
}

/** Capital letters stand for matrices, and functions have inverses. */
function isMatrixLike(tree: MathTree): boolean {
  const base = baseOf(tree)
  if (base.kind === 'name') return /^(?:\p{Lu}|[fghσφϕψ])$/u.test(base.text)
  return base.kind === 'group' && base.items.length === 1 && base.items[0]?.kind === 'table'
}

function realSpace(above: MathTree, say: Say): string {
  const by = itemsOf(above).map((item) => (isSign(item, '×') ? 'by' : say(item)))
  return by.includes('by')
    ? `the real ${by.join(' ')} matrices`
    : `the real vectors with ${by.join(' ')} entries`
}
