import type { LearnerRecord } from '../learner-record.js'
import type { MimeBundle, Platform } from './platform.js'

let sink: ((bundle: MimeBundle) => void) | undefined

/** Names who receives what cells show when the course runs inside a page. */
export function setSink(receive: (bundle: MimeBundle) => void): void {
  sink = receive
}

/** Where a page keeps what it remembers of the learner. */
export interface LearnerStore {
  append(record: LearnerRecord): void
  records(): Iterable<LearnerRecord>
}

let store: LearnerStore | undefined

/** Names the store that keeps the learner's progress when the course runs inside a page. */
export function setStore(keep: LearnerStore): void {
  store = keep
}

export const platform: Platform = {
  send(bundle) {
    if (sink === undefined) {
      throw new Error('show(): nobody receives outputs on this page. Call setSink(receive) before cells run.')
    }
    sink(bundle)
  },
  plotlyLibrary: () => undefined,
  callSite: () => ({ run: undefined, place: '' }),
  remember(record) {
    store?.append({ time: new Date().toISOString(), ...record })
  },
  hasPassed(exercise) {
    for (const each of store?.records() ?? [])
      if (each.exercise === exercise && each.status === 'pass') return true
    return false
  },
  records(prefix) {
    return [...(store?.records() ?? [])].filter(({ exercise }) => exercise.startsWith(prefix))
  },
}
