import type { TextStore } from '../../src/server/stores/text-store.js'

/** A store that forgets everything at the end. */
export function memoryStore(texts = new Map<string, string>()): TextStore {
  const time = '2026-01-01T00:00:00.000Z'
  return {
    keys: async () => [...texts.keys()].sort(),
    get: async (key) => {
      const text = texts.get(key)
      return text === undefined ? undefined : { text, created: time, last_modified: time }
    },
    set: async (key, text) => void texts.set(key, text),
    delete: async (key) => texts.delete(key),
  }
}

export function memoryStores() {
  return { settings: memoryStore(), workspaces: memoryStore(), config: memoryStore() }
}
