/** A formula by its meaning on the page: MathML without its bookkeeping. */
export type MathTree =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string; readonly variant: string }
  | { readonly kind: 'sign'; readonly text: string; readonly fence: 'open' | 'close' | 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gap' }
  | { readonly kind: 'row'; readonly items: readonly MathTree[] }
  | {
      readonly kind: 'group'
      readonly open: string
      readonly close: string
      readonly items: readonly MathTree[]
    }
  | {
      readonly kind: 'fraction'
      readonly over: MathTree
      readonly under: MathTree
      readonly line: 'drawn' | 'none'
    }
  | { readonly kind: 'root'; readonly of: MathTree; readonly index: MathTree | undefined }
  | {
      readonly kind: 'scripts'
      readonly base: MathTree
      readonly below: MathTree | undefined
      readonly above: MathTree | undefined
      /** Beside the base, as in x², or centred under and over it. */
      readonly place: 'beside' | 'centred'
    }
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly MathTree[])[]
      readonly tag: string
      readonly use: 'lines' | 'cells'
    }
  | { readonly kind: 'box'; readonly of: MathTree; readonly drawn: string }

/** The items of a row; anything else is a row of one. */
export function itemsOf(tree: MathTree): readonly MathTree[] {
  return tree.kind === 'row' ? tree.items : [tree]
}

/** One item, or a row of several. */
export function rowOf(items: readonly MathTree[]): MathTree {
  const [only] = items
  return items.length === 1 && only !== undefined ? only : { kind: 'row', items }
}

/** Whether it is this very sign. */
export function isSign(tree: MathTree | undefined, ...texts: readonly string[]): boolean {
  return tree?.kind === 'sign' && texts.includes(tree.text)
}

/** What the scripts, if any, are attached to. */
export function baseOf(tree: MathTree): MathTree {
  return tree.kind === 'scripts' ? baseOf(tree.base) : tree
}
