import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFrames, encodeFrames, sign } from '../../../src/jupyter/message/frames.js'
import { trials } from '../../support/trials.js'
import { anyMessage } from './any-message.js'

const bytes = fc.uint8Array({ maxLength: 40 })
const key = fc.string({ minLength: 1 })
const identities = fc.array(
  bytes.map((each) => Buffer.from(each)),
  { maxLength: 2 },
)

describe('encodeFrames() and decodeFrames()', () => {
  test('give back the message, its buffers and its identities', () => {
    fc.assert(
      fc.property(anyMessage, key, identities, (sent, secret, prefix) => {
        const received = decodeFrames(encodeFrames(sent, secret, prefix), secret)
        expect(received).toEqual({ identities: prefix, message: sent })
      }),
    )
  })

  test('refuse a message signed with another key', () => {
    fc.assert(
      fc.property(
        anyMessage,
        fc.uniqueArray(key, { minLength: 2, maxLength: 2 }),
        (sent, [one = '', other = '']) => {
          // HMAC pads keys with zeros, so that such keys are one.
          fc.pre(one.replace(/\0+$/, '') !== other.replace(/\0+$/, ''))
          expect(() => decodeFrames(encodeFrames(sent, one), other)).toThrow('signature does not match')
        },
      ),
    )
  })

  test('refuse a message when one byte of a signed frame is changed', () => {
    fc.assert(
      fc.property(anyMessage, key, fc.nat(3), fc.nat(), (sent, secret, part, at) => {
        const frames = encodeFrames(sent, secret).map((frame) => Buffer.from(frame))
        const frame = frames[2 + part]
        if (frame === undefined) throw new Error('A message has four JSON frames.')
        const place = at % frame.length
        frame[place] = (frame[place] ?? 0) ^ 1
        expect(() => decodeFrames(frames, secret)).toThrow('signature does not match')
      }),
    )
  })

  test('throw nothing but FramesError, whatever the frames', () => {
    const frame = fc.oneof(
      bytes.map((each) => Buffer.from(each)),
      fc
        .constantFrom('<IDS|MSG>', '', '{}', '[]', 'null', '{"msg_id":1}', '{"msg_id":"a","msg_type":"b"}')
        .map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 9 }), fc.constantFrom('', 'key'), (frames, secret) => {
        try {
          decodeFrames(frames, secret)
        } catch (error) {
          expect(error).toMatchObject({ name: 'FramesError' })
        }
      }),
      { numRuns: trials(1000) },
    )
  })
})

describe('sign()', () => {
  test('is HMAC-SHA256 over the parts one after the other, in hexadecimal', () => {
    const whole = createHmac('sha256', 'secret').update('{"a":1}{}{}{"b":2}').digest('hex')
    expect(
      sign(
        'secret',
        ['{"a":1}', '{}', '{}', '{"b":2}'].map((part) => Buffer.from(part)),
      ),
    ).toBe(whole)
  })

  test('is empty without a key, which turns signing off', () => {
    expect(sign('', [Buffer.from('{}')])).toBe('')
  })
})
