import { describe, expect, it } from 'vitest'
import { newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject } from '../../../src/jupyter/notebook/notebook.js'
import { Run } from '../../../src/server/kernels/run.js'
import { mergeRuns } from '../../../src/server/outputs/merge-runs.js'
import { cellRequest } from '../../support/fake-kernel.js'

function ran(code: string, cell: string, text: string): Run {
  const run = new Run(cellRequest(code, cell), 'page')
  run.outputs.take(newMessage('stream', { name: 'stdout', text }, { session: 's' }))
  run.end({ status: 'ok', execution_count: 3 })
  return run
}

const cell = (id: string, source: string | string[], more: JsonObject = {}) => ({
  cell_type: 'code',
  id,
  metadata: { mine: 1 },
  source,
  execution_count: null,
  outputs: [],
  ...more,
})

const out = (text: string | string[]) => ({ output_type: 'stream', name: 'stdout', text })

describe('outputs that go into a file', () => {
  it('go into their cell, and nothing else changes', () => {
    const file = { nbformat: 4, metadata: { x: 1 }, cells: [cell('a', ['1\n', '2']), cell('b', '3')] }
    expect(mergeRuns(file, [ran('1\n2', 'a', 'hello')])).toEqual({
      ...file,
      cells: [
        {
          ...cell('a', ['1\n', '2']),
          metadata: { mine: 1, trusted: true },
          execution_count: 3,
          outputs: [out('hello')],
        },
        file.cells[1],
      ],
    })
  })

  it('of a cell that was aborted before it ran leave what it showed before', () => {
    const aborted = new Run(cellRequest('1', 'a'), 'page')
    aborted.end({ status: 'aborted' })
    expect(mergeRuns({ cells: [cell('a', '1', { outputs: [out('before')] })] }, [aborted])).toBeUndefined()
  })

  it('stand below a line when the cell was edited since: the newer source stays', () => {
    const merged = mergeRuns({ cells: [cell('a', 'new')] }, [ran('old', 'a', 'hello')])
    expect(merged).toMatchObject({
      cells: [
        {
          source: 'new',
          execution_count: null,
          outputs: [
            {
              output_type: 'display_data',
              data: {
                'text/plain': expect.stringMatching(/^From an earlier version of this cell.*\n.*\nold$/s),
              },
            },
            out('hello'),
          ],
        },
      ],
    })
  })

  it('of a cell that is gone go into a cell at the end, with the code that ran', () => {
    const merged = mergeRuns({ cells: [cell('b', '3')] }, [ran('<old>', 'a', 'hello')])
    expect(merged).toMatchObject({
      cells: [
        { id: 'b' },
        {
          id: 'a',
          source: '<old>',
          outputs: [
            { data: { 'text/plain': expect.stringContaining('From a cell that is no longer here') } },
            out('hello'),
          ],
        },
      ],
    })
    expect(JSON.stringify(merged)).toContain('&lt;old&gt;')
  })

  it('of a cell that is gone keep their label when more of them come', () => {
    const run = ran('old', 'a', 'hello')
    const merged = mergeRuns({ cells: [] }, [run]) ?? {}
    expect(mergeRuns(merged, [run])).toBeUndefined()
    run.outputs.take(newMessage('stream', { name: 'stdout', text: ' again' }, { session: 's' }))
    const [made] = merged['cells'] as readonly JsonObject[]
    const [label] = (made?.['outputs'] ?? []) as readonly JsonObject[]
    expect(mergeRuns(merged, [run])).toEqual({ cells: [{ ...made, outputs: [label, out('hello again')] }] })
  })

  it('of a cell whose id is that of a text now, or is no id, go into a cell with another', () => {
    const text = { cell_type: 'markdown', id: 'a', metadata: {}, source: 'text' }
    const merged = mergeRuns({ cells: [text] }, [ran('1', 'a', 'x'), ran('2', 'no id for a file', 'y')])
    const cells = merged?.['cells'] as readonly JsonObject[] | undefined
    const ids = (cells ?? []).map(({ id }) => String(id))
    expect(new Set(ids).size).toBe(3)
    expect(ids.every((id) => /^[\w-]{1,64}$/.test(id))).toBe(true)
  })

  it('do not go into a cell with the same code that has run itself, nor into any when theirs was deleted', () => {
    const file = { cells: [cell('b', 'same', { execution_count: 3, outputs: [out('own')] })] }
    const [gone, own] = [ran('same', 'a', 'of the other'), ran('same', 'b', 'own')]
    expect(mergeRuns(file, [gone], [own, gone])).toMatchObject({ cells: [file.cells[0], { id: 'a' }] })
    gone.deleted = 'told'
    expect(mergeRuns(file, [gone], [own, gone])).toBeUndefined()
    expect(mergeRuns({ cells: [cell('new', 'same')] }, [gone])).toBeUndefined()
  })

  it('below a label are there already, and are not written again', () => {
    const run = ran('old', 'a', 'hello')
    const merged = mergeRuns({ cells: [cell('a', 'new')] }, [run])
    expect(mergeRuns(merged ?? {}, [run])).toBeUndefined()
  })

  it('of a cell that showed nothing still say that it ran', () => {
    const run = new Run(cellRequest('const x = 1', 'a'), 'page')
    run.end({ status: 'ok', execution_count: 4 })
    expect(mergeRuns({ cells: [cell('a', 'const x = 1')] }, [run])).toMatchObject({
      cells: [{ execution_count: 4, outputs: [] }],
    })
  })

  it('find their cell by its code where a notebook of an older format got new ids', () => {
    const merged = mergeRuns({ cells: [cell('new-id', 'only one'), cell('c', 'x')] }, [
      ran('only one', 'a', 'hello'),
    ])
    expect(merged).toMatchObject({ cells: [{ outputs: [out('hello')] }, { outputs: [] }] })
  })

  it('that are there already are not written again, however their lines are kept', () => {
    const file = { cells: [cell('a', '1', { execution_count: 3, outputs: [out(['x\n', 'y'])] })] }
    expect(mergeRuns(file, [ran('1', 'a', 'x\ny')])).toBeUndefined()
  })

  it('of a console are not put into the notebook beside it', () => {
    const request = newMessage('execute_request', { code: '1' }, { session: 'c', metadata: { cellId: 'k' } })
    const run = new Run(request, 'c')
    run.outputs.take(newMessage('stream', { name: 'stdout', text: '1' }, { session: 's' }))
    expect(mergeRuns({ cells: [] }, [run])).toBeUndefined()
  })

  it('are not written into what is no notebook', () => {
    for (const content of [null, 'x', [], {}, { cells: 1 }]) {
      expect(mergeRuns(content, [ran('1', 'a', 'x')])).toBeUndefined()
    }
  })
})
