import type { Say } from './derivative.js'
import { isSign, itemsOf, type MathTree } from './math-tree.js'
import { isSimple } from './simple.js'
import { isDots, signWords } from './words.js'

type Group = Extract<MathTree, { kind: 'group' }>
type Table = Extract<MathTree, { kind: 'table' }>

/** What brackets hold, with words for the brackets where these matter. */
export function groupWords(group: Group, say: Say): string {
  const { open, close, items } = group
  const inside: MathTree = { kind: 'row', items }
  const [only] = items
  if (items.length === 1 && only?.kind === 'table') {
    if (open === '{') return casesWords(only, say)
    return open === '|' ? `the determinant of ${matrixWords(only, say)}` : matrixWords(only, say)
  }
  if (items.length === 1 && only?.kind === 'fraction' && only.line === 'none')
    return `${say(only.over)} choose ${say(only.under)}`
  if (open === '|' && close === '|') return measured('absolute value', inside, say)
  if ('‖∥'.includes(open) && open !== '') return measured('norm', inside, say)
  if (open === '⌊') return measured('floor', inside, say)
  if (open === '⌈') return measured('ceiling', inside, say)
  if (open === '{' && close === '}') return `the set ${say(inside)}, end set,`
  if (open === '(' && items.length === 2 && isSign(only, '−') && isSimple(inside)) return negative(group, say)
  return bracketed(group, say)
}

/** The brackets around −1 need saying only where a power follows. */
function negative({ items }: Group, say: Say): string {
  return `negative ${say({ kind: 'row', items: items.slice(1) })}`
}

/** The brackets said out loud. */
export function bracketed({ open, close, items }: Group, say: Say): string {
  return [fence(open), say({ kind: 'row', items }), fence(close)].filter((each) => each !== '').join(' ')
}

/** What a function is applied to: brackets are said only where one could not hear where the argument ends. */
export function argumentWords(group: Group, say: Say): string {
  const parts = group.items.reduce<MathTree[][]>(
    (lists, item) => {
      if (isSign(item, ',', ';')) lists.push([])
      else lists[lists.length - 1]?.push(item)
      return lists
    },
    [[]],
  )
  const simple = parts.every((items) => items.length > 0 && isSimple({ kind: 'row', items }))
  return simple ? parts.map((items) => say({ kind: 'row', items })).join(', ') : bracketed(group, say)
}

/** Lines under one another, as of a derivation, or entries in rows without brackets. */
export function tableWords(table: Table, say: Say): string {
  const { rows, tag, use } = table
  if (use === 'cells' && rows.every((row) => row.length === 1)) return rows.flat().map(say).join(', ')
  if (use === 'cells') return matrixWords(table, say).replaceAll('matrix', 'table')
  const lines = rows.map((cells) => say({ kind: 'row', items: cells.flatMap(itemsOf) }))
  const named = lines.length === 1 ? lines : lines.map((line, i) => `line ${i + 1}: ${line}`)
  return `${named.join('; ')}${tag === '' ? '' : `, equation ${tag.replace(/[()]/g, '')}`}`
}

/** "2 by 3 matrix, row 1: …"; a matrix with dots in it does not tell its shape. */
function matrixWords({ rows }: Table, say: Say): string {
  const cells = rows.map((row) => row.map(say))
  const columns = Math.max(...rows.map((row) => row.length))
  const dotted = rows.some((row) => row.some(isDotted))
  const shape = `${rows.length} by ${columns}`
  const single = columns === 1 ? 'column vector' : rows.length === 1 ? 'row vector' : undefined
  if (single !== undefined) {
    const name = dotted ? single : columns === rows.length ? `${shape} matrix` : `${shape} ${single}`
    return `${name}: ${cells.flat().join(', ')}, end ${columns === rows.length ? 'matrix' : 'vector'},`
  }
  const lines = cells.map((row, i) => {
    const all = rows[i]?.every(isDotted) ?? false
    if (all) return 'and so on'
    return `${dotted && i === rows.length - 1 ? 'last row' : `row ${i + 1}`}: ${row.join(', ')}`
  })
  return `${dotted ? 'matrix' : `${shape} matrix`}, ${lines.join('; ')}; end matrix,`
}

function casesWords({ rows }: Table, say: Say): string {
  const condition = (cell: MathTree, column: number): string =>
    column === 0 || itemsOf(cell)[0]?.kind === 'text' ? say(cell) : `if ${say(cell)}`
  const lines = rows.map((row, i) => `case ${i + 1}: ${row.map(condition).join(', ')}`)
  return `${rows.length} cases, ${lines.join('; ')}; end cases,`
}

function isDotted(cell: MathTree): boolean {
  const items = itemsOf(cell)
  const [only] = items
  return (
    items.length === 0 || (items.length === 1 && only !== undefined && 'text' in only && isDots(only.text))
  )
}

function measured(name: string, inside: MathTree, say: Say): string {
  return `the ${name} of ${say(inside)}${isSimple(inside) ? '' : `, end ${name},`}`
}

function fence(text: string): string {
  return text === '' ? '' : signWords(text)
}
