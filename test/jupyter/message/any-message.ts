import fc from 'fast-check'
import { type Message, newMessage } from '../../../src/jupyter/message/message.js'
import type { JsonObject } from '../../../src/jupyter/notebook/notebook.js'

const object = fc
  .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue())
  // Through JSON, so that there is no −0 and no undefined; what it gives is a JsonObject.
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject)

/** A message with any metadata, content and up to three buffers. */
export const anyMessage: fc.Arbitrary<Message> = fc
  .record({ type: fc.constantFrom('execute_request', 'status'), metadata: object, content: object })
  .chain(({ type, metadata, content }) =>
    fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 3 }).map((buffers) => ({
      ...newMessage(type, content, { session: 's', metadata }),
      buffers: buffers.map((each) => Buffer.from(each)),
    })),
  )
