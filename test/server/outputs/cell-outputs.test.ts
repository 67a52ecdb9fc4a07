import { describe, expect, it } from 'vitest'
import { newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject } from '../../../src/jupyter/notebook/notebook.js'
import { CellOutputs } from '../../../src/server/outputs/cell-outputs.js'

const limits = { printed: 1_000, single: 2_000, shown: 5_000 }

function printed(text: string, name = 'stdout') {
  return newMessage('stream', { name, text }, { session: 's' })
}

function shown(text: string, displayId?: string, type = 'display_data') {
  const transient: JsonObject = displayId === undefined ? {} : { transient: { display_id: displayId } }
  return newMessage(type, { data: { 'text/plain': text }, metadata: {}, ...transient }, { session: 's' })
}

const clear = (wait: boolean) => newMessage('clear_output', { wait }, { session: 's' })

describe('the outputs of a cell', () => {
  it('are joined, cleared and renewed as Jupyter does it', () => {
    const outputs = new CellOutputs(limits)
    for (const message of [printed('a'), printed('b\n'), printed('no', 'stderr'), shown('1', 'd')]) {
      expect(outputs.take(message)).toEqual([message])
    }
    outputs.take(shown('2', 'd', 'update_display_data'))
    expect(outputs.outputs).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'ab\n' },
      { output_type: 'stream', name: 'stderr', text: 'no' },
      { output_type: 'display_data', data: { 'text/plain': '2' }, metadata: {} },
    ])
    expect(outputs.shows('d')).toBe(true)
    outputs.take(clear(true))
    expect(outputs.clearsAtNext).toBe(true)
    expect(outputs.outputs).toHaveLength(3)
    outputs.take(printed('new'))
    expect(outputs.outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: 'new' }])
    outputs.take(clear(false))
    expect(outputs.outputs).toEqual([])
  })

  it('of a progress bar that overwrites itself are one line, however long it goes on', () => {
    const outputs = new CellOutputs(limits)
    const passed = Array.from({ length: 5_000 }, (_, i) => outputs.take(printed(`\repoch ${i}`))).flat()
    expect(passed).toHaveLength(5_000)
    outputs.take(printed('\ndone\n'))
    expect(outputs.outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: 'epoch 4999\ndone\n' }])
  })

  it('that are printed without end are cut with a notice, and what was left out is counted', () => {
    const outputs = new CellOutputs(limits)
    const passed = Array.from({ length: 1_000 }, () => outputs.take(printed(`${'x'.repeat(99)}\n`))).flat()
    expect(passed.length).toBeLessThan(12)
    expect(passed.at(-1)).toMatchObject({
      header: { msg_type: 'stream' },
      content: { name: 'stderr', text: expect.stringContaining('left out') },
    })
    expect(outputs.size).toBeLessThan(2_000)
    expect(outputs.finish(printed(''))).toMatchObject([
      { content: { text: expect.stringMatching(/more were printed and left out/) } },
    ])
    expect(outputs.finish(printed(''))).toEqual([])
  })

  it('that are one too large display say how large it was instead', () => {
    const outputs = new CellOutputs(limits)
    const [sent] = outputs.take(shown('x'.repeat(3_000_000)))
    expect(sent?.content['data']).toEqual({ 'text/plain': expect.stringContaining('2.9 MB') })
    expect(outputs.size).toBeLessThan(1_000)
  })

  it('that are too many displays end with a notice', () => {
    const outputs = new CellOutputs(limits)
    const passed = Array.from({ length: 20 }, () => outputs.take(shown('x'.repeat(900)))).flat()
    expect(passed).toHaveLength(6)
    expect(passed.at(-1)?.content['data']).toEqual({ 'text/plain': expect.stringContaining('together') })
  })

  it('that are too many displays leave room for the error that ends the cell', () => {
    const outputs = new CellOutputs(limits)
    for (let i = 0; i < 20; i++) outputs.take(shown('x'.repeat(900)))
    const error = newMessage('error', { ename: 'E', evalue: 'why', traceback: ['why'] }, { session: 's' })
    expect(outputs.take(error)).toEqual([error])
    expect(outputs.outputs.at(-1)).toMatchObject({ output_type: 'error', evalue: 'why' })
    for (let i = 0; i < 100; i++) outputs.take(error)
    expect(outputs.size).toBeLessThan(limits.shown + 2 * limits.single)
  })

  it('that grow by being renewed are held in bounds, too', () => {
    const outputs = new CellOutputs(limits)
    for (let i = 0; i < 20; i++) outputs.take(shown('small', `d${i}`))
    for (let i = 0; i < 20; i++) outputs.take(shown('x'.repeat(1_800), `d${i}`, 'update_display_data'))
    expect(outputs.size).toBeLessThan(2 * limits.shown)
    expect(outputs.outputs.at(-1)).toMatchObject({
      data: { 'text/plain': expect.stringContaining('together') },
    })
  })

  it('that are one too long print begin, and then say that the rest is left out', () => {
    const outputs = new CellOutputs(limits)
    const passed = outputs.take(printed(`${'x'.repeat(998)}\u{1F600}${'y'.repeat(5_000)}`))
    expect(passed.map(({ content }) => content['text'])).toEqual([
      `${'x'.repeat(998)}\u{1F600}`,
      expect.stringContaining('left out'),
    ])
    const odd = new CellOutputs(limits)
    const [part] = odd.take(printed(`${'x'.repeat(999)}\u{1F600}`))
    expect(part?.content['text']).toBe('x'.repeat(999))
  })

  it('may be shown anew after they were cleared', () => {
    const outputs = new CellOutputs(limits)
    for (let i = 0; i < 30; i++) {
      outputs.take(clear(true))
      expect(outputs.take(shown('x'.repeat(1_500)))).toHaveLength(1)
    }
    expect(outputs.outputs).toHaveLength(1)
  })
})
