import { expect, describe as group, it } from 'vitest'
import { gradientCheckMap } from '../../../src/figures/matrix/gradient-check-map.js'
import { describe } from '../../../src/figures/text/describe.js'
import { backward, bugs, checkGradients, forward } from '../../../src/network/index.js'
import { untyped } from '../../math/refusal.js'
import { seededNet } from '../../network/random-net.js'
import { expectGolden } from '../../support/golden.js'

const { parameters, X, Y } = seededNet(1, [3, 3, 3], 5)
const cache = forward(parameters, X)
const check = (pass: typeof backward) =>
  checkGradients(parameters, X, Y, pass(parameters, cache, Y, { steps: true }))
const checks = {
  right: check(backward),
  'no-1/M': check(bugs['no-1/M']),
  'dW2-transposed': check(bugs['dW2-transposed']),
  'bias-unsummed': check(bugs['bias-unsummed']),
  'matmul-for-hadamard': undefined,
}
const written = (figure: ReturnType<typeof gradientCheckMap>, row: number) =>
  figure.data
    .filter((trace) => trace['mode'] === 'text')
    .flatMap((trace) => {
      const [x, y, text] = [trace['x'], trace['y'], trace['text']] as [number[], number[], string[]]
      return text.flatMap((each, k) => (y[k] === row ? { x: x[k] ?? 0, each } : []))
    })
    .sort((a, b) => a.x - b.x)
    .map(({ each }) => each)

group('gradientCheckMap()', () => {
  const figure = gradientCheckMap(checks)

  it('is what it was', () => {
    expectGolden('gradient-check-map', figure)
  })

  it('has the matrices in the order of the pass', () => {
    const axis = figure.layout['xaxis'] as { ticktext: string[] }
    expect(axis.ticktext).toEqual(['dA2', 'dZ2', 'dW2', 'dB2', 'dA1', 'dZ1', 'dW1', 'dB1'])
  })

  it('writes a dot for right, the error for wrong, ∞ for a wrong shape, and says what did not run', () => {
    expect(written(figure, 1)).toEqual(Array.from({ length: 8 }, () => '•'))
    expect(written(figure, 2)).toEqual(Array.from({ length: 8 }, () => '0.67'))
    expect(written(figure, 3)[2]).toMatch(/^0\.\d\d$/)
    expect(written(figure, 4)).toEqual(['•', '•', '•', '∞', '•', '•', '•', '∞'])
    expect(written(figure, 5)).toEqual(['did not run'])
  })

  it('fills what is wrong, and nothing else', () => {
    const z = figure.data[0]?.['z'] as (number | null)[][]
    expect(z[0]?.every((value) => value === null)).toBe(true)
    expect(z[2]?.map((value) => value !== null)).toEqual([
      ...[false, false, true, false, false, false, false, false],
    ])
    expect(z[3]?.[3]).toBe(1)
  })

  it('shows the four parameters alone where no check has steps, and leaves a cell empty that no check has', () => {
    const { dW1, dB1, dW2, dB2, dA2 } = check(bugs['no-2'])
    const four = gradientCheckMap({ mine: { dW1, dB1, dW2, dB2 } })
    expect(written(four, 1)).toHaveLength(4)
    const mixed = gradientCheckMap({
      mine: { dW1, dB1, dW2, dB2 },
      steps: { dW1, dB1, dW2, dB2, dA2: dA2 ?? 0 },
    })
    expect(written(mixed, 1)).toHaveLength(4)
    expect(written(mixed, 2)).toHaveLength(5)
  })

  it('calls a small error wrong when the tolerance is smaller still', () => {
    expect(written(gradientCheckMap({ mine: { dW1: 1e-4 } }, { tolerance: 1e-3 }), 1)).toEqual(['•'])
    expect(written(gradientCheckMap({ mine: { dW1: 1e-4 } }), 1)).toEqual(['1e−4'])
  })

  it('says of each pass which line is the first wrong one', () => {
    expect(describe(figure)).toContain('right: all right.')
    expect(describe(figure)).toContain('no-1/M: first wrong dA2, error 0.67; 8 of 8 wrong.')
    expect(describe(figure)).toContain('bias-unsummed: first wrong dB2, wrong shape; 2 of 8 wrong.')
    expect(describe(figure)).toContain('matmul-for-hadamard: did not run.')
  })

  it('refuses what is no check', () => {
    const call = untyped(gradientCheckMap)
    expect(() => call(3)).toThrow('expected checks to be a record')
    expect(() => call({})).toThrow('there is no check')
    expect(() => call({ mine: undefined })).toThrow('none of the checks')
    expect(() => call({ mine: { dw1: 0 } })).toThrow('Did you mean `dW1`')
    expect(() => call({ mine: { dW1: '0' } })).toThrow("checks['mine'].dW1 to be a number")
    expect(() => call({ mine: { dW1: Number.NaN } })).toThrow('relative error, 0 or above')
    expect(() => call({ mine: { dW1: 0 } }, { tolerance: 0 })).toThrow('tolerance')
  })
})
