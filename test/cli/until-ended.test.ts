import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { untilEnded } from '../../src/cli/until-ended.js'
import { collector } from './collector.js'

function server(state: string) {
  const kernel = { id: 'k', name: 'tslab', last_activity: '', execution_state: state, connections: 1 }
  const events = { closed: 0, ask: () => {} }
  const shutdownAsked = new Promise<void>((resolve) => {
    events.ask = resolve
  })
  const session = { id: 's', path: '07-training.ipynb', name: '', type: 'notebook', kernel }
  return {
    events,
    shutdownAsked,
    services: { sessions: { list: async () => [session] } },
    close: async () => {
      events.closed += 1
    },
  }
}

it('Ctrl-C ends an idle server at once', async () => {
  const [signals, err, own] = [new EventEmitter(), collector(), server('idle')]
  const ended = untilEnded(own, { err, signals })
  signals.emit('SIGINT')
  await ended
  expect([own.events.closed, err.text, signals.eventNames()]).toEqual([1, '', []])
})

it('while a kernel is at work Ctrl-C names the notebook, and only a second one ends', async () => {
  const [signals, err, own] = [new EventEmitter(), collector(), server('busy')]
  const ended = untilEnded(own, { err, signals })
  signals.emit('SIGINT')
  await expect.poll(() => err.text).toContain('Still at work: 07-training.ipynb.')
  expect(own.events.closed).toBe(0)
  signals.emit('SIGINT')
  await ended
  expect(own.events.closed).toBe(1)
})

it('SIGTERM ends it without a question, and so does a client that asks for it', async () => {
  for (const end of ['SIGTERM', 'SIGHUP', 'client']) {
    const [signals, err, own] = [new EventEmitter(), collector(), server('busy')]
    const ended = untilEnded(own, { err, signals })
    if (end === 'client') own.events.ask()
    else signals.emit(end)
    await ended
    expect([own.events.closed, err.text]).toEqual([1, ''])
  }
})
