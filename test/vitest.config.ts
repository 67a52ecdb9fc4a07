import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // One worker keeps its modules for all its files: half the time, and no test leaves anything behind in them.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
