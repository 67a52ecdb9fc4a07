import { describe, expect, test } from 'vitest'
import { OutputCollector } from '../../../src/jupyter/execute/output-collector.js'
import { newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject, Output } from '../../../src/jupyter/notebook/notebook.js'

function collect(...messages: [type: string, content: JsonObject][]): readonly Output[] {
  const collector = new OutputCollector()
  for (const [type, content] of messages) collector.add(newMessage(type, content, { session: 's' }))
  return collector.outputs
}

const out = (text: string): [string, JsonObject] => ['stream', { name: 'stdout', text }]
const err = (text: string): [string, JsonObject] => ['stream', { name: 'stderr', text }]
const display = (data: string, display_id?: string): [string, JsonObject] => [
  'display_data',
  { data: { 'text/plain': data }, metadata: {}, transient: { display_id } },
]

describe('OutputCollector', () => {
  test('joins what one stream says without a break, and keeps the order of two', () => {
    expect(collect(out('a'), out('b\n'), err('c'), out('d'))).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'ab\n' },
      { output_type: 'stream', name: 'stderr', text: 'c' },
      { output_type: 'stream', name: 'stdout', text: 'd' },
    ])
  })

  test('turns display_data, execute_result and error into nbformat outputs', () => {
    expect(
      collect(
        [
          'display_data',
          { data: { 'text/plain': 'x', 'application/json': { a: [1] } }, metadata: { w: 1 }, transient: {} },
        ],
        ['execute_result', { data: { 'text/plain': '2' }, metadata: {}, execution_count: 3 }],
        ['error', { ename: 'Error', evalue: 'no', traceback: ['a', 'b'] }],
      ),
    ).toEqual([
      {
        output_type: 'display_data',
        data: { 'text/plain': 'x', 'application/json': { a: [1] } },
        metadata: { w: 1 },
      },
      { output_type: 'execute_result', data: { 'text/plain': '2' }, metadata: {}, execution_count: 3 },
      { output_type: 'error', ename: 'Error', evalue: 'no', traceback: ['a', 'b'] },
    ])
  })

  test('renews every display of the id that update_display_data names', () => {
    const update: [string, JsonObject] = [
      'update_display_data',
      { data: { 'text/plain': 'new' }, metadata: {}, transient: { display_id: 'd' } },
    ]
    const data = (text: string) => ({
      output_type: 'display_data',
      data: { 'text/plain': text },
      metadata: {},
    })
    expect(collect(display('1', 'd'), display('2', 'e'), display('3', 'd'), update)).toEqual([
      data('new'),
      data('2'),
      data('new'),
    ])
    expect(collect(display('1'), update)).toEqual([data('1')])
  })

  test('clears at once, or with wait when the next output comes', () => {
    expect(collect(out('a'), ['clear_output', { wait: false }])).toEqual([])
    expect(collect(out('a'), ['clear_output', { wait: true }])).toHaveLength(1)
    expect(collect(out('a'), ['clear_output', { wait: true }], out('b'))).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'b' },
    ])
  })

  test('passes over what is no output, and makes the best of a malformed one', () => {
    expect(collect(['status', { execution_state: 'busy' }], ['execute_input', { code: '1' }])).toEqual([])
    expect(collect(['stream', {}], ['display_data', { data: [1] }], ['error', { traceback: 'x' }])).toEqual([
      { output_type: 'stream', name: 'stdout', text: '' },
      { output_type: 'display_data', data: {}, metadata: {} },
      { output_type: 'error', ename: '', evalue: '', traceback: [] },
    ])
  })
})
