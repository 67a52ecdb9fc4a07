import { expect, it, onTestFinished, vi } from 'vitest'
import { newMessage } from '../../../src/jupyter/message/message.js'
import { Conversation } from '../../../src/server/kernels/conversation.js'
import { cellRequest } from '../../support/fake-kernel.js'

it('gives what a cell has printed seconds to arrive after its reply, which comes by another socket', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const told: unknown[] = []
  const conversation = new Conversation({
    session: 'server',
    emit: (_, { header, content }) => void told.push(content['execution_state'] ?? header.msg_type),
  })
  const request = cellRequest('1', 'a')
  const says = (channel: 'shell' | 'iopub', type: string, content: { [key: string]: string }) =>
    conversation.hear(
      { ...newMessage(type, content, { session: 'kernel' }), parent_header: request.header },
      channel,
    )
  conversation.ask('shell', request, 'page')
  says('shell', 'execute_reply', { status: 'ok' })
  vi.advanceTimersByTime(4_000)
  says('iopub', 'stream', { name: 'stdout', text: 'late' })
  vi.advanceTimersByTime(4_000)
  expect(told).toEqual(['execute_reply', 'stream'])
  vi.advanceTimersByTime(1_000)
  expect(told.at(-1)).toBe('idle')
})
