/** A line of a JavaScript stack. */
export interface StackFrame {
  /** The function's last name: `map` of `Array.map`; empty at the top level. */
  readonly name: string
  /** In code that came from a cell, of this run or an earlier one. */
  readonly inCell: boolean
  /** In the function that tslab wraps around the code of a cell. */
  readonly wrapsCell: boolean
  /** From 1, in the code that tslab made of the cell. */
  readonly line: number
}

/** The frames of the stack in `text`, innermost first. */
export function stackFrames(text: string): StackFrame[] {
  const matches = [...text.matchAll(/^ {4}at (?:async )?(?:(.*) \()?(.*?)(?::(\d+):(\d+))?\)?$/gm)]
  return matches.map(([, name = '', file = '', line], index) => ({
    name:
      name
        .replace(/^new | \[as .*$/g, '')
        .split('.')
        .at(-1) ?? '',
    inCell: file === 'evalmachine.<anonymous>',
    wrapsCell:
      file === 'evalmachine.<anonymous>' && /sigintHandlersWrap|node:vm/.test(matches[index + 1]?.[0] ?? ''),
    line: Number(line ?? 0),
  }))
}
