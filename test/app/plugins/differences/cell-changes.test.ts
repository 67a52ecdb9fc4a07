import { describe, expect, it } from 'vitest'
import { cellChanges } from '../../../../src/app/plugins/differences/cell-changes.js'

const code = (id: string | undefined, source: string | string[], outputs: unknown[] = []) => ({
  ...(id === undefined ? {} : { id }),
  cell_type: 'code',
  source,
  outputs,
})

describe('cellChanges()', () => {
  it('is empty for the same cells, whether their text comes whole or in lines', () => {
    expect(cellChanges([code('a', 'one\ntwo')], [code('a', ['one\n', 'two'])])).toEqual([])
  })

  it('tells cells that one version alone has, in the order of mine', () => {
    const mine = [code('a', 'first'), code('m', 'mine'), code('z', 'last')]
    const theirs = [
      code('t', 'new at the top'),
      code('a', 'first'),
      code('z', 'last'),
      code('u', 'new at the end'),
    ]
    expect(cellChanges(mine, theirs)).toEqual([
      { kind: 'only theirs', place: 1, mine: undefined, theirs: 'new at the top' },
      { kind: 'only mine', place: 2, mine: 'mine', theirs: undefined },
      { kind: 'only theirs', place: 4, mine: undefined, theirs: 'new at the end' },
    ])
  })

  it('tells a cell whose text or kind is another, and one whose outputs alone are', () => {
    const mine = [code('a', 'x = 1'), code('b', 'same', [1]), code('c', 'text')]
    const theirs = [
      code('a', 'x = 2'),
      code('b', 'same', [2]),
      { ...code('c', 'text'), cell_type: 'markdown' },
    ]
    expect(cellChanges(mine, theirs).map(({ kind, place }) => [kind, place])).toEqual([
      ['changed', 1],
      ['other outputs', 2],
      ['changed', 3],
    ])
  })

  it('finds cells without ids by their text, each once', () => {
    const mine = [code('new', 'twice'), code('newer', 'twice')]
    expect(cellChanges(mine, [code(undefined, 'twice')])).toEqual([
      { kind: 'only mine', place: 2, mine: 'twice', theirs: undefined },
    ])
  })
})
