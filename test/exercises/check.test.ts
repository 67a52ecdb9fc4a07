import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'
import { functionChecker, valueChecker } from '../../src/exercises/checker.js'
import { type Matrix, matmul, matrix, scale, toRows, transpose } from '../../src/math/index.js'

const look = ['title', 'Look at the title.'] as const
const texts = { did: 'This is something else.', tempting: 'It is tempting.', look }
const common = {
  title: 'A test',
  task: 'None.',
  hints: ['a', 'b', 'c'] as const,
  solution: { code: '', why: 'So it is.' },
}
const double = functionChecker<(m: Matrix, k: number) => Matrix>({
  ...common,
  id: '09-1',
  kind: 'write',
  argumentNames: ['m', 'k'],
  inputs: () => [
    [
      matrix([
        [1, 2, 4],
        [3, -4, 5],
      ]),
      2,
    ],
    [
      matrix([
        [1, 5, 4],
        [3, 1, 7],
      ]),
      3,
    ],
  ],
  answer: (m, k) => scale(m, 6 * k),
  mistakes: [
    { ...texts, id: 'half', answer: (m, k) => scale(m, 3 * k) },
    { ...texts, id: 'no-k', answer: (m) => scale(m, 6) },
    { ...texts, id: 'sign', answer: (m, k) => scale(m, -6 * k) },
  ],
})

it('numbers come alike as a matrix, as rows, and in another order of factors', () => {
  expect(double((m: Matrix, k: number) => toRows(scale(m, 6 * k))).status).toBe('pass')
  expect(double((m: Matrix, k: number) => scale(scale(m, k / 3), 18 * (1 + 1e-9))).status).toBe('pass')
  expect(double((m: Matrix, k: number) => scale(m, 6 * k * (1 + 1e-5))).status).toBe('fail')
})

it('two mistakes at once are named both', () => {
  expect(double((m: Matrix) => scale(m, 3)).mistake).toBe('half + no-k')
  expect(double((m: Matrix, k: number) => scale(m, -3 * k)).mistake).toBe('half + sign')
})

it.each<[string, unknown, string]>([
  ['a constant factor', (m: Matrix, k: number) => scale(m, 30 * k), 'the right one times 5'],
  ['a factor of its own for each input', (m: Matrix, k: number) => scale(m, 5 * k * k), '1.66667, 2.5'],
  ['the transpose', (m: Matrix, k: number) => transpose(scale(m, 6 * k)), 'exactly the transpose'],
  [
    'another shape',
    () => [1, 2],
    'is a list of 2 for m = [[1, 2, 4], [3, −4, 5]], k = 2; expected is a 2×3 matrix',
  ],
  [
    'a hard-coded answer',
    () =>
      scale(
        matrix([
          [1, 2, 4],
          [3, -4, 5],
        ]),
        12,
      ),
    'whatever it is asked',
  ],
  [
    'an answer right for one input',
    (m: Matrix, k: number) => scale(m, k === 2 ? 12 : 7),
    'right for 1 of 2 inputs',
  ],
  ['a NaN', (m: Matrix) => toRows(m).map((row) => row.map(() => Number.NaN)), 'not a number'],
  [
    'a changed argument',
    (m: Matrix, k: number) => {
      const right = scale(m, 6 * k)
      ;(m.values as unknown as number[])[0] = 7
      return right
    },
    'changes m',
  ],
  ['nothing', () => undefined, 'return'],
  ['a Promise', async () => 1, 'leave out async'],
  ['ragged rows', () => [[1], [1, 2]], 'unequal length'],
  ['a text', () => 'x', 'a string ("x")'],
  ['no function', 3, 'Expected a function, received 3'],
  [
    'an exception',
    () => {
      throw new RangeError('no such thing')
    },
    'RangeError: no such thing.',
  ],
])('says of %s what it is', (_, answer, words) => {
  const { status, message } = double(answer as object)
  expect(['fail', 'error']).toContain(status)
  expect(message).toContain(words)
})

it('an exception is told with its line', () => {
  const myDouble = (m: Matrix) => {
    const turned = transpose(m)
    const product = matmul(m, m)
    return [turned, product]
  }
  expect(double(myDouble).message).toContain('The line: const product = matmul(m, m)')
})

it('an exception is told with its line where several lines look alike, in a realm of its own too', () => {
  const messageOf = (wrong: string) => {
    const lines = ['const first = twice(m)', 'const other = twice(m)', wrong, 'return [first, other, third]']
    const cell = ['', 'const myDouble = (m, k) => {', ...lines.map((line) => `  ${line}`), '}', 'myDouble']
    return double(runInContext(cell.join('\n'), createContext({ twice: (m: Matrix) => scale(m, 2) }))).message
  }
  expect(messageOf('const third = twice(null)')).toMatch(
    /received null\. The line: const third = twice\(null\)$/,
  )
  expect(messageOf('const third = m.none.at(0)')).toContain('The line: const third = m.none.at(0)')
  const withoutName = [
    (m: Matrix) => {
      const first = [1, 2].map((x) => scale(m, x))
      const second = [Number.NaN].map((x) => scale(m, x))
      return [first, second]
    },
  ]
  expect(double(withoutName[0]).message).toContain('The line: const second = [Number.NaN].map(')
})

it('a compiler’s ways with names are not told', () => {
  const cell = '(m) => {\n  const one = 1\n  return exports.matmul((0, src_1.scale)(m, one), m)\n}'
  const answer = runInContext(cell, createContext({ exports: { matmul }, src_1: { scale } }))
  expect(double(answer).message).toContain('The line: return matmul(scale(m, one), m)')
})

it('what is changed is built anew in the way of its kind', () => {
  const record = functionChecker<(net: { W1: number }) => number>({
    ...common,
    id: '09-6',
    kind: 'write',
    argumentNames: ['net'],
    inputs: () => [[{ W1: 1 }]],
    answer: () => 1,
    mistakes: [],
  })
  const changing = (net: { W1: number }) => {
    net.W1 = 2
    return 1
  }
  expect(record(changing).message).toContain('Build a new record instead, such as `{ ...net, W1: … }`')
})

it('an exception in what was given to it is told with its line', () => {
  const caller = functionChecker<(f: (x: number[]) => number) => number>({
    ...common,
    id: '09-5',
    kind: 'write',
    inputs: () => [[([x]) => x as number], [([x]) => 2 * (x as number)]],
    answer: (f) => f([2]),
    mistakes: [],
  })
  // As a kernel runs it: what the stack names are the columns of this text.
  const cell = [
    'const myCall = (f) => {',
    '    const first = f([1]);',
    '    const second = f(undefined);',
    '    return first + second;',
    '};',
    'return myCall',
  ]
  const myCall = new Function(cell.join('\n'))()
  expect(caller(myCall).message).toContain('The line: const second = f(undefined)')
})

it('an answer that remembers something between calls does not pass', () => {
  let calls = 0
  const forgetful = (m: Matrix, k: number) => scale(m, calls++ < 2 ? 6 * k : 1)
  expect(double(forgetful).message).toContain('second time')
})

it('an answer that throws when looked at is told, not thrown', () => {
  const hostile = new Proxy(
    {},
    {
      has: () => {
        throw new Error('hands off')
      },
    },
  )
  expect(double(() => hostile).status).toBe('error')
  expect(
    valueChecker<number>({ ...common, id: '09-2', kind: 'value', answer: 1, mistakes: [] })(hostile).status,
  ).toBe('error')
})

it('says which entries differ, and by what', () => {
  const some = (m: Matrix, k: number) =>
    toRows(scale(m, 6 * k)).map((row) => row.map((x, j) => (j === 1 ? 5 * x : x)))
  expect(double(some).message).toContain(
    'row 1, column 2 and row 2, column 2 differ; the others are right. They are the right ones times 5.',
  )
})

it('does not give away a value that is asked for', () => {
  const nine = valueChecker<number>({
    ...common,
    id: '09-4',
    kind: 'value',
    answer: 9.125,
    mistakes: [{ ...texts, id: 'square', answer: 81 }],
  })
  expect(nine(82.125).mistake).toBeUndefined()
  for (const wrong of [81, 10, -3, [1, 2], Number.NaN])
    expect(JSON.stringify(nine(wrong))).not.toContain('9.125')
  expect(nine(10).message).toContain('Yours, 10, is too large.')
  expect(nine(81).message).toContain('You have 81.')
})

it('lists in a record have the names of their entries', () => {
  const shapes = valueChecker<{ W1: number[] }>({
    ...common,
    id: '09-5',
    kind: 'value',
    entryNames: ['rows', 'columns'],
    answer: { W1: [5, 4] },
    mistakes: [],
  })
  const [evidence] = shapes({ W1: [5, 3] }).evidence
  expect(evidence).toMatchObject({
    caption: 'Your answer, and where it differs',
    rows: [
      ['W1 rows', '5', '='],
      ['W1 columns', '3', '≠'],
    ],
  })
})

it('parts of a record can each have a mistake of their own', () => {
  type Pair = (x: number) => { dW: number; dB: number }
  const pair = functionChecker<Pair>({
    ...common,
    id: '09-3',
    kind: 'write',
    inputs: () => [[2], [5]],
    answer: (x) => ({ dW: x * x, dB: x + 1 }),
    mistakes: [
      { ...texts, id: 'w', answer: (x) => ({ dW: x * x * x, dB: x + 1 }) },
      { ...texts, id: 'b', answer: (x) => ({ dW: x * x, dB: 3 * x + 7 }) },
      { ...texts, id: 'double', answer: (x) => ({ dW: 2 * x * x, dB: 2 * x + 2 }) },
    ],
  })
  expect(pair((x: number) => ({ dW: x * x * x, dB: 3 * x + 7 })).mistake).toBe('w + b')
  expect(pair((x: number) => ({ dW: 2 * x * x, dB: x + 1 })).mistake).toBe('double')
  expect(pair((x: number) => ({ dW: x * x, dB: x + 3 })).message).toContain('dB differs; the other is right')
  expect(pair((x: number) => ({ dW: x * x })).message).toContain('dB is missing')
  expect(pair((x: number) => ({ dW: x * x, dB: x + 1, dZ: 'more' })).status).toBe('pass')
})
