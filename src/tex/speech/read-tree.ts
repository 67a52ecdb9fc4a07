import { type MmlNode, TEXCLASS } from 'mathjax-full/js/core/MmlTree/MmlNode.js'
import { pairFences } from './fences.js'
import { isSign, itemsOf, type MathTree, rowOf } from './math-tree.js'

/** Signs that mean something to layout alone: function application, invisible times, comma and plus. */
const invisible = /[\u2061-\u2064\u200b]/g

/** MathJax's own tree as a plain one. */
export function readTree(node: MmlNode): MathTree {
  return rowOf(read(node))
}

/** A node as the items it gives its row: none for layout, several for braces that only group. */
function read(node: MmlNode): MathTree[] {
  const child = (index: number): MathTree => {
    const found: MmlNode | undefined = children(node)[index]
    return found === undefined ? { kind: 'row', items: [] } : readTree(found)
  }
  const text = textOf(node)
  switch (node.kind) {
    case 'mn':
      return [{ kind: 'number', text }]
    case 'mi':
      return text === '' ? [] : [{ kind: 'name', text, variant: attribute(node, 'mathvariant') }]
    case 'mo':
      return readSign(node, text)
    case 'mtext':
      return text.trim() === '' ? [] : [{ kind: 'text', text: text.trim() }]
    case 'mspace':
      return Number.parseFloat(attribute(node, 'width')) >= 1 ? [{ kind: 'gap' }] : []
    case 'mphantom':
    case 'none':
      return []
    case 'mfrac': {
      const line = Number.parseFloat(attribute(node, 'linethickness')) === 0 ? 'none' : 'drawn'
      return [{ kind: 'fraction', over: child(0), under: child(1), line }]
    }
    case 'msqrt':
      return [{ kind: 'root', of: child(0), index: undefined }]
    case 'mroot':
      return [{ kind: 'root', of: child(0), index: child(1) }]
    case 'msub':
    case 'munder':
      return [scripts(node, child(0), child(1), undefined)]
    case 'msup':
    case 'mover':
      return [scripts(node, child(0), undefined, child(1))]
    case 'msubsup':
    case 'munderover':
      return [scripts(node, child(0), child(1), child(2))]
    case 'mtable':
      return [readTable(node)]
    case 'menclose':
      return [{ kind: 'box', of: child(0), drawn: attribute(node, 'notation') }]
    default:
      return readRow(node)
  }
}

function readSign(node: MmlNode, text: string): MathTree[] {
  const fence = node.texClass === TEXCLASS.OPEN ? 'open' : node.texClass === TEXCLASS.CLOSE ? 'close' : 'none'
  if (text === '' && fence === 'none') return []
  if (/^\p{L}{2}/u.test(text)) return [{ kind: 'name', text, variant: 'normal' }]
  return [{ kind: 'sign', text, fence }]
}

/** Braces that group for layout alone give their items to the row around them; \left … \right stays together. */
function readRow(node: MmlNode): MathTree[] {
  const items = children(node).flatMap(read)
  const [first] = items
  if (node.kind === 'TeXAtom' && items.length === 1 && first?.kind === 'sign') {
    const fence =
      node.texClass === TEXCLASS.OPEN ? 'open' : node.texClass === TEXCLASS.CLOSE ? 'close' : 'none'
    return [{ ...first, fence }]
  }
  return pairFences(primesAttached(items))
}

/** A prime typed as a letter, σ′, belongs to what it follows. */
function primesAttached(items: readonly MathTree[]): MathTree[] {
  const attached: MathTree[] = []
  for (const item of items) {
    const base = isSign(item, '′', '″', '‴') ? attached.pop() : undefined
    if (base === undefined) attached.push(item)
    else attached.push({ kind: 'scripts', base, below: undefined, above: item, place: 'beside' })
  }
  return attached
}

function scripts(node: MmlNode, base: MathTree, below?: MathTree, above?: MathTree): MathTree {
  const centred = node.kind.startsWith('mu') || node.kind.startsWith('mo')
  const [only] = itemsOf(base)
  return {
    kind: 'scripts',
    base: only !== undefined && itemsOf(base).length === 1 ? only : base,
    below,
    above,
    place: centred ? 'centred' : 'beside',
  }
}

function readTable(node: MmlNode): MathTree {
  let tag = ''
  const rows = children(node).map((row) => {
    const cells = children(row)
    if (row.kind !== 'mlabeledtr') return cells.map(readTree)
    const [label, ...rest] = cells
    tag = label === undefined ? '' : plainText(label)
    return rest.map(readTree)
  })
  const use = String(node.attributes.getExplicit('displaystyle')) === 'true' ? 'lines' : 'cells'
  return { kind: 'table', rows, tag, use }
}

function children(node: MmlNode): MmlNode[] {
  // MathJax leaves null where a script is missing, though its type does not say so.
  return node.childNodes.filter((child) => child !== null && child !== undefined) as MmlNode[]
}

function textOf(node: MmlNode): string {
  return node.isToken ? plainText(node).replace(invisible, '') : ''
}

function plainText(node: MmlNode): string {
  if (node.kind === 'text')
    return String('getText' in node && node.getText instanceof Function ? node.getText() : '')
  return children(node).map(plainText).join('')
}

function attribute(node: MmlNode, name: string): string {
  const value: unknown = node.attributes?.get(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
