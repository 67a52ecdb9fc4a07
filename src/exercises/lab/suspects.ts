import { type BugName, bugs } from '../../network/index.js'
import { seedOf } from '../seed-of.js'
import { type LabPlace, labId, shuffled } from './lab-order.js'

/** A bug that it could be. */
export interface Suspect {
  readonly name: BugName
  readonly summary: string
}

/** How many are to choose from, by level. */
const counts = { 1: 4, 2: 6, 3: 8 } as const

/**
 * The right bug among others, in an order that is the same every time. On the first level the others go wrong in
 * other places where that is possible; later in the same.
 */
export function suspectsOf({ bug, level, number }: LabPlace): readonly Suspect[] {
  // The keys of `bugs` are the names, by its type.
  const others = shuffled(
    (Object.keys(bugs) as BugName[]).filter((name) => name !== bug),
    seedOf(labId(number)),
  )
  const near = others.filter((name) => lineOf(name) === lineOf(bug))
  const far = others.filter((name) => lineOf(name) !== lineOf(bug))
  const chosen = (level === 1 ? [...far.slice(0, 2), ...near, ...far.slice(2)] : [...near, ...far]).slice(
    0,
    counts[level] - 1,
  )
  return shuffled([bug, ...chosen], number).map((name) => ({ name, summary: bugs[name].summary }))
}

/** The first line that is wrong in it, `dZ2`: what is written before the equals sign. */
function lineOf(name: BugName): string {
  return bugs[name].right.slice(0, 3)
}
