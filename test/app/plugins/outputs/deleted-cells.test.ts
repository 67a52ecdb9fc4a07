import type { INotebookModel } from '@jupyterlab/notebook'
import { Signal } from '@lumino/signaling'
import { describe, expect, it } from 'vitest'
import { type CellChanges, DeletedCells } from '../../../../src/app/plugins/outputs/deleted-cells.js'

interface FakeCell {
  readonly id: string
  readonly type: string
}

const code = (id: string): FakeCell => ({ id, type: 'code' })

/** A notebook's cells, and what was told of them. */
function notebook(...cells: FakeCell[]) {
  const list = {
    cells,
    *[Symbol.iterator]() {
      yield* list.cells
    },
  }
  const changed = new Signal(list)
  // What the class uses of a model.
  const model = { isDisposed: false, cells: Object.assign(list, { changed }) } as unknown as INotebookModel
  const told: CellChanges[] = []
  const state = { fails: false }
  const deleted = new DeletedCells(model, async (changes) => {
    if (state.fails) throw new Error('no server')
    told.push(changes)
  })
  const set = (...next: FakeCell[]) => {
    list.cells = next
    changed.emit(undefined)
  }
  return { deleted, told, set, state }
}

/** Lets what was put off until all is changed happen. */
const soon = () => new Promise((resolve) => setTimeout(resolve))

describe('the cells that a page deletes', () => {
  it('are told, and told again when they come back', async () => {
    const { deleted, told, set } = notebook(code('a'), code('b'))
    set(code('b'))
    await soon()
    expect(deleted.has('a')).toBe(true)
    set(code('a'), code('b'))
    await soon()
    expect(deleted.has('a')).toBe(false)
    expect(told).toEqual([
      { deleted: ['a'], restored: [] },
      { deleted: [], restored: ['a'] },
    ])
  })

  it('are none when cells are moved or the file is read anew', async () => {
    const { told, set } = notebook(code('a'), code('b'))
    set(code('b'))
    set(code('b'), code('a'))
    await soon()
    expect(told).toEqual([])
  })

  it('are also those that became text', async () => {
    const { told, set } = notebook(code('a'))
    set({ id: 'a', type: 'markdown' })
    await soon()
    expect(told).toEqual([{ deleted: ['a'], restored: [] }])
  })

  it('are told later when the server cannot be reached', async () => {
    const { deleted, told, set, state } = notebook(code('a'), code('b'))
    state.fails = true
    set(code('b'))
    await soon()
    state.fails = false
    await deleted.flush()
    await deleted.flush()
    expect(told).toEqual([{ deleted: ['a'], restored: [] }])
  })

  it('are told when the learner dismisses outputs whose cell the page lacks', async () => {
    const { deleted, told } = notebook(code('a'))
    await deleted.dismiss('gone')
    expect(told).toEqual([{ deleted: ['gone'], restored: [] }])
  })

  it('are not watched when nobody asks any more', async () => {
    const { deleted, told, set } = notebook(code('a'))
    deleted.stop()
    set()
    await soon()
    expect(told).toEqual([])
  })
})
