import { describe, expect, it } from 'vitest'
import { newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject } from '../../../src/jupyter/notebook/notebook.js'
import { settleComms } from '../../../src/server/channels/settle-comms.js'
import { type Waiting, waiting } from '../../../src/server/channels/waiting.js'

const said = (type: string, comm: string, data: JsonObject, buffers: Uint8Array[] = []) =>
  waiting('iopub', { ...newMessage(type, { comm_id: comm, data }, { session: 'kernel' }), buffers })
const custom = (comm: string) => said('comm_msg', comm, { method: 'custom', content: {} })
const bytes = (...values: number[]) => new Uint8Array(values)

function update(comm: string, state: JsonObject, buffers: Readonly<Record<string, Uint8Array>> = {}) {
  const buffer_paths = Object.keys(buffers).map((name) => [name])
  return said('comm_msg', comm, { method: 'update', state, buffer_paths }, Object.values(buffers))
}

const states = (messages: readonly Waiting[]) =>
  messages.map(({ message }) => (message.content['data'] as { state?: JsonObject }).state)

describe('comms of which many messages wait', () => {
  it('have one update for several, with the buffers of what none of the later ones sets', () => {
    const [joined, other, ...rest] = settleComms([
      update('c', { a: 1, b: 1 }, { x: bytes(1), y: bytes(2) }),
      update('d', { a: 0 }),
      update('c', { b: 2, y: null }, { z: bytes(3) }),
    ]).reverse()
    expect(joined?.message.content['data']).toEqual({
      method: 'update',
      state: { a: 1, b: 2, y: null },
      buffer_paths: [['x'], ['z']],
    })
    expect(joined?.message.buffers).toEqual([bytes(1), bytes(3)])
    expect(states(other === undefined ? [] : [other])).toEqual([{ a: 0 }])
    expect(rest).toEqual([])
  })

  it('keep of a value that is all buffer the last one only', () => {
    const frames = [1, 2, 3].map((n) => update('video', { n }, { value: bytes(n) }))
    const [joined, ...rest] = settleComms(frames)
    expect(joined?.message.content['data']).toMatchObject({ state: { n: 3 }, buffer_paths: [['value']] })
    expect(joined?.message.buffers).toEqual([bytes(3)])
    expect(rest).toEqual([])
  })

  it('have no update that goes past something else they are told, nor one of a form that is not known', () => {
    const messages = [
      update('c', { a: 1 }),
      custom('c'),
      update('c', { a: 2 }),
      // Two buffers, and a place for one.
      said('comm_msg', 'c', { method: 'update', state: { b: 1 }, buffer_paths: [['b']] }, [
        bytes(1),
        bytes(2),
      ]),
      update('c', { a: 3 }),
    ]
    expect(settleComms(messages)).toEqual(messages)
  })

  it('are left out whole when they began and ended here, and else keep their beginning and their end', () => {
    const [open, close] = [said('comm_open', 'kept', {}), said('comm_close', 'known before', {})]
    const short = [said('comm_open', 'short', {}), custom('short'), said('comm_close', 'short', {})]
    expect(settleComms([open, ...short, close])).toEqual([open, close])
    // Opened again under the same name, or known before.
    const again = [...short, said('comm_open', 'short', {})]
    expect(settleComms(again)).toEqual(again)
    const known = [custom('short'), ...short]
    expect(settleComms(known)).toEqual(known)
  })
})
