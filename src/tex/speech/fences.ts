import { isSign, type MathTree } from './math-tree.js'

interface Frame {
  readonly open: MathTree | undefined
  readonly items: MathTree[]
}

const openers = '([{⟨⌊⌈'
const closers = ')]}⟩⌋⌉'
const bars = ['|', '‖', '∥']

/**
 * Pairs brackets and bars, so that what they hold is one thing. A power or an index on the closing bracket
 * belongs to the whole. Bars open where a value is due and close after one. What finds no partner stays a sign.
 */
export function pairFences(items: readonly MathTree[]): MathTree[] {
  const root: Frame = { open: undefined, items: [] }
  const stack: Frame[] = []
  const top = (): Frame => stack[stack.length - 1] ?? root
  const dissolve = (): void => {
    const frame = stack.pop()
    if (frame?.open !== undefined) top().items.push(frame.open, ...frame.items)
  }
  const close = (item: MathTree, bracket: string): void => {
    while (isBar(top().open) && !isBar(bracket)) dissolve()
    const frame = stack.pop()
    if (frame === undefined) root.items.push(item)
    else top().items.push(scriptsMoved(item, groupOf(frame, bracket)))
  }
  for (const item of items) {
    const sign = item.kind === 'scripts' ? item.base : item
    if (sign.kind !== 'sign') top().items.push(item)
    else if (isBar(sign.text) && sign.fence === 'none') {
      const frame = top()
      const value = endsInValue(frame.items)
      if (value && isSign(frame.open, sign.text)) close(item, sign.text)
      else if (item.kind === 'sign') stack.push({ open: item, items: [] })
      else frame.items.push(item)
    } else if (item.kind === 'sign' && isOpening(sign)) stack.push({ open: item, items: [] })
    else if (isClosing(sign)) close(item, sign.text)
    else top().items.push(item)
  }
  while (stack.length > 0) dissolve()
  return root.items
}

function groupOf(frame: Frame, close: string): MathTree {
  return {
    kind: 'group',
    open: frame.open?.kind === 'sign' ? frame.open.text : '',
    close,
    items: frame.items,
  }
}

function scriptsMoved(closing: MathTree, group: MathTree): MathTree {
  return closing.kind === 'scripts' ? { ...closing, base: group } : group
}

function isBar(fence: MathTree | string | undefined): boolean {
  if (typeof fence === 'string') return bars.includes(fence)
  return isSign(fence, ...bars)
}

function isOpening(sign: { text: string; fence: string }): boolean {
  return sign.fence === 'open' || (sign.fence === 'none' && sign.text !== '' && openers.includes(sign.text))
}

function isClosing(sign: { text: string; fence: string }): boolean {
  return sign.fence === 'close' || (sign.fence === 'none' && sign.text !== '' && closers.includes(sign.text))
}

/** Whether a value has just ended, so that a bar can only close. */
function endsInValue(items: readonly MathTree[]): boolean {
  const last = items[items.length - 1]
  return last !== undefined && last.kind !== 'sign' && last.kind !== 'gap'
}
