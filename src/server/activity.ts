import type { Activity } from './services.js'

/** An activity that begins now. */
export function newActivity(): Activity {
  const started = new Date()
  let last = started
  return {
    started,
    get last() {
      return last
    },
    touch: () => {
      last = new Date()
    },
  }
}
