import type { ChapterProgress } from '../../../server/course/chapter-progress.js'

/** `3 of 4 checks passed`, `12 of 30 cells run`; nothing where nothing was begun and there is nothing to count. */
export function progressText({ of, done, all }: ChapterProgress): string | undefined {
  if (all === 0) return undefined
  if (of === 'exercises') return `${done} of ${all} ${all === 1 ? 'check' : 'checks'} passed`
  return done === 0 ? undefined : `${done} of ${all} ${all === 1 ? 'cell' : 'cells'} run`
}
