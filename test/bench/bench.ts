import { fromValues, randomGenerator } from '../../src/math/index.js'
import { initialize } from '../../src/network/index.js'
import { align } from './align.js'
import type { Contestant, Task } from './contestant.js'
import { measure } from './measure.js'
import { numpy } from './numpy.js'
import { ourFunctions, ourTrainer } from './ours.js'
import { reach } from './reach.js'
import { tensorflow } from './tensorflow.js'

const sizes = [
  [2, 4, 1, 4],
  [4, 16, 1, 392],
  [784, 128, 10, 64],
  [784, 128, 10, 1000],
] as const

/** Measures and prints. @param script path of numpy_step.py */
export async function bench(options: {
  script: string
  budget: number
  print: (line: string) => void
}): Promise<void> {
  const { script, budget, print } = options
  const snake = numpy(script)
  const contestants = [
    ourTrainer,
    ourFunctions,
    tensorflow('cpu'),
    tensorflow('wasm'),
    ...(snake ? [snake] : []),
  ]
  const tasks = sizes.map(task)
  const columns: number[][] = []
  for (const task of tasks) {
    const runs = []
    for (const contestant of contestants) runs.push(await contestant.prepare(task))
    columns.push(await measure(runs, budget))
  }
  for (const contestant of contestants) contestant.close?.()

  const row = (label: (c: Contestant) => string[], value: (time: number, size: number) => string) =>
    contestants.map((c, k) => [...label(c), ...columns.map((times, size) => value(Number(times[k]), size))])
  const names = tasks.map(({ name }) => name)
  print(`One training step (forward, backward, update): medians in µs. Node ${process.versions.node}.`)
  print(
    align([
      ['n_x-n_h-n_y, M', 'numbers', 'threads', ...names],
      ...row((c) => [c.name, c.numbers, String(c.threads)], digits),
    ]),
  )
  if (!snake) print('numpy is left out: no python3 with numpy was found.')
  print('Each on one thread: the WASM backend (with SIMD) and numpy’s BLAS are held to it.')
  print('')
  print('How many times as fast the trainer is:')
  const ours = columns.map((times) => Number(times[0]))
  print(
    align([
      ['than', ...names],
      ...row(
        (c) => [c.name],
        (time, size) => `${digits(time / Number(ours[size]))} ×`,
      ).slice(1),
    ]),
  )
  print('')
  print('What is to be reached:')
  const times = (name: RegExp) => {
    const k = contestants.findIndex((c) => name.test(c.name))
    return k < 0 ? undefined : columns.map((column) => Number(column[k]))
  }
  print(align(reach(ours, { cpu: times(/CPU/), wasm: times(/WASM/), numpy: times(/numpy/) }, names)))
}

/** A net and samples of this size, from a seed. */
function task([nx, nh, ny, M]: readonly [number, number, number, number]): Task {
  const random = randomGenerator(1)
  const values = (n: number, next: () => number) => Array.from({ length: n }, next)
  return {
    name: `${nx}-${nh}-${ny}, ${M}`,
    parameters: initialize({ sizes: [nx, nh, ny], seed: 1 }),
    X: fromValues(
      nx,
      M,
      values(nx * M, () => random.normal()),
    ),
    Y: fromValues(
      ny,
      M,
      values(ny * M, () => random.uniform()),
    ),
  }
}

/** Three digits that count. */
function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
