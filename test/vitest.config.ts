import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './support/slow-first.js'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // One worker keeps its modules for all its files: half the time, and no test leaves anything behind in them.
    isolate: false,
    // Two also on two cores: a worker mostly waits, for a kernel, a browser or a command.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    // What is waited for comes; how soon is the machine's business.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
})
