import { isSign, itemsOf, type MathTree } from './math-tree.js'

/** Whether it is said in one breath, so that nothing has to mark where it ends: x, 0.3, W₁, −1, a′. */
export function isSimple(tree: MathTree): boolean {
  const items = itemsOf(tree)
  const [first, second] = items
  if (items.length === 2 && second !== undefined) return isSign(first, '−', '-', '+') && isAtom(second)
  return items.length === 1 && first !== undefined && isAtom(first)
}

function isAtom(tree: MathTree): boolean {
  switch (tree.kind) {
    case 'number':
    case 'name':
    case 'text':
      return true
    case 'sign':
      return ['∂', '∇', '∞', '…', '⋯', '⋮', '⋱', '⊤', '∗', '*', '+', '−'].includes(tree.text)
    case 'scripts':
      return (
        isAtom(tree.base) && [tree.below, tree.above].every((each) => each === undefined || isSimple(each))
      )
    default:
      return false
  }
}
