import { expect, test } from 'vitest'

/** A call that must throw: what is wrong with it, the call, the error's class, and a part of its message. */
export type Refusal = readonly [
  what: string,
  call: () => unknown,
  kind: new (message: string) => Error,
  message: string,
]

/** A test for each. */
export function testRefusals(refusals: readonly Refusal[]): void {
  test.each(refusals)('%s: refused, and the message says why', (_, call, kind, message) => {
    expect(call).toThrow(kind)
    expect(call).toThrow(message)
  })
}

/** What a caller without types may pass. */
// biome-ignore lint/suspicious/noExplicitAny: for calls that the compiler would refuse
export const untyped = (value: unknown): any => value
