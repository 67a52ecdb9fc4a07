import { requireKnownKeys } from '../../math/known.js'
import { received } from '../../math/received.js'
import type { GradientErrors } from '../../network/index.js'

/** The matrices of a backward pass in the order in which they are computed. */
export const passOrder = ['dA2', 'dZ2', 'dW2', 'dB2', 'dA1', 'dZ1', 'dW1', 'dB1'] as const

/** What `checkGradients` said of several backward passes by name; undefined where a pass did not run. */
export type GradientChecks = Readonly<Record<string, Partial<GradientErrors> | undefined>>

/** One backward pass, looked at. */
export interface CheckedPass {
  readonly name: string
  /** By column; undefined where the check says nothing of that matrix. Absent where the pass did not run. */
  readonly errors?: readonly (number | undefined)[]
}

/** The passes, and those columns that at least one of them has. */
export interface CheckedPasses {
  readonly columns: readonly (typeof passOrder)[number][]
  readonly passes: readonly CheckedPass[]
}

/** @throws TypeError or RangeError naming the pass and the gradient */
export function readChecks(call: string, checks: GradientChecks): CheckedPasses {
  const given: unknown = checks // a cell may have passed anything
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TypeError(
      `${call}: expected checks to be a record such as { mine: checkGradients(…) }, received ${received(given)}.`,
    )
  const entries = Object.entries(checks)
  if (entries.length === 0)
    throw new TypeError(`${call}: there is no check in checks. Expected at least one.`)
  for (const [name, errors] of entries) {
    if (errors === undefined) continue
    requireKnownKeys(call, `checks['${name}']`, errors, passOrder)
    for (const key of passOrder) requireError(call, `checks['${name}'].${key}`, errors[key])
  }
  const columns = passOrder.filter((key) => entries.some(([, errors]) => errors?.[key] !== undefined))
  if (columns.length === 0) throw new TypeError(`${call}: none of the checks has an error in it.`)
  return {
    columns,
    passes: entries.map(([name, errors]) =>
      errors === undefined ? { name } : { name, errors: columns.map((key) => errors[key]) },
    ),
  }
}

function requireError(call: string, name: string, value: unknown): void {
  if (value === undefined) return
  if (typeof value !== 'number')
    throw new TypeError(`${call}: expected ${name} to be a number, received ${received(value)}.`)
  if (!(value >= 0))
    throw new RangeError(
      `${call}: expected ${name} to be a relative error, 0 or above, received ${received(value)}.`,
    )
}
