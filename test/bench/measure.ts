import type { Run } from './contestant.js'

/** A timed run is to take about so long, in ms: long against the clock's grain, short against others' work. */
const runTime = 4
const warmUpTime = 300

/**
 * Medians of µs a step. The contestants take turns, so that a busy moment of the machine hits them all.
 *
 * @param budget ms of timed runs for each contestant; each has at least three runs and at most 101
 */
export async function measure(runs: readonly Run[], budget: number): Promise<number[]> {
  const turns: { run: Run; steps: number; rounds: number; times: number[] }[] = []
  for (const run of runs) {
    const step = await warmUp(run)
    const steps = Math.max(1, Math.round(runTime / step))
    turns.push({
      run,
      steps,
      rounds: Math.min(101, Math.max(3, Math.round(budget / (steps * step)))),
      times: [],
    })
  }
  for (let round = 0; turns.some(({ rounds }) => round < rounds); round++)
    for (const { run, steps, rounds, times } of turns)
      if (round < rounds) times.push((1000 * (await run(steps))) / steps)
  return turns.map(({ times }) => median(times))
}

/** Runs until the compilers have had their time. Returns ms a step. */
async function warmUp(run: Run): Promise<number> {
  const started = performance.now()
  let steps = 1
  for (;;) {
    const time = await run(steps)
    if (performance.now() - started > warmUpTime) return time / steps
    if (time < runTime) steps *= 2
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (Number(low) + Number(high)) / 2
}
