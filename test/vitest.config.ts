import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { patience } from './support/patience.js'
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
    // Longer than a wait in it, so that the wait fails first and says what it waited for. No test is tried again.
    expect: { poll: { timeout: patience } },
    testTimeout: 3 * patience,
    hookTimeout: 5 * patience,
  },
})
