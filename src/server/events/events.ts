import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import type { Events } from '../services.js'

/** An event bus with nobody on it. */
export function newEvents(): Events {
  const listeners = new Set<(event: JsonObject) => void>()
  return {
    emit: (event) => {
      for (const listener of [...listeners]) listener(event)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
