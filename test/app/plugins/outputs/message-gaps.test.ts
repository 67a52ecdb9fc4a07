import type { KernelMessage } from '@jupyterlab/services'
import { describe, expect, it } from 'vitest'
import { MessageGaps } from '../../../../src/app/plugins/outputs/message-gaps.js'
import type { MessageNote } from '../../../../src/jupyter/outputs/message-note.js'

// What is looked at of a message.
const message = (backprop: MessageNote) =>
  ({ channel: 'iopub', metadata: { backprop } }) as unknown as KernelMessage.IMessage

describe('a gap between messages', () => {
  it('is found when the first of a connection does not follow the last of the one before', () => {
    const gaps = new MessageGaps()
    expect(gaps.isBefore(message({ seq: 4, mark: true }))).toBe(false)
    expect(gaps.isBefore(message({ seq: 5 }))).toBe(false)
    gaps.connected()
    expect(gaps.isBefore(message({ seq: 8, from: 6 }))).toBe(false)
    gaps.connected()
    expect(gaps.isBefore(message({ seq: 10 }))).toBe(true)
  })

  it('is found by the mark that ends what was missed, and where the server says so', () => {
    const gaps = new MessageGaps()
    gaps.isBefore(message({ seq: 5 }))
    gaps.connected()
    expect(gaps.isBefore(message({ seq: 7, mark: true }))).toBe(true)
    expect(gaps.isBefore(message({ seq: 9, gap: true }))).toBe(true)
    expect(gaps.isBefore(message({ seq: 10 }))).toBe(false)
  })
})
