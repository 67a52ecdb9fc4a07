import { describe, expect, it } from 'vitest'
import { add, type Matrix, map, matrix, randomGenerator, scale } from '../../../src/math/index.js'
import {
  cost,
  forward,
  initialize,
  landscape,
  type NetworkOptions,
  type Parameters,
  train,
} from '../../../src/network/index.js'
import { principalDirections } from '../../../src/network/landscape/principal-directions.js'
import { seededNet } from '../random-net.js'

const { parameters, X, Y } = seededNet(1, [2, 4, 1], 30)

function each(f: (name: keyof Parameters) => Matrix): Parameters {
  return { W1: f('W1'), B1: f('B1'), W2: f('W2'), B2: f('B2') }
}

/** origin + x · u + y · v */
function move(origin: Parameters, x: number, u: Parameters, y: number, v: Parameters): Parameters {
  return each((name) => add(origin[name], add(scale(u[name], x), scale(v[name], y))))
}

function randomLike(parameters: Parameters, seed: number): Parameters {
  const random = randomGenerator(seed)
  return each((name) => map(parameters[name], () => random.normal()))
}

function dot(a: Parameters, b: Parameters): number {
  let sum = 0
  for (const name of ['W1', 'B1', 'W2', 'B2'] as const)
    a[name].values.forEach((value, k) => {
      sum += value * Number(b[name].values[k])
    })
  return sum
}

function difference(a: Parameters, b: Parameters): Parameters {
  return each((name) => add(a[name], scale(b[name], -1)))
}

const costOf = (p: Parameters, options?: NetworkOptions) => cost(forward(p, X, options), Y, options)

describe('landscape()', () => {
  it('has at (x, y) the cost at parameters + x · u + y · v, a row for each y', () => {
    const options: NetworkOptions = { hiddenActivation: 'tanh', cost: 'binaryCrossEntropy' }
    const map = landscape(parameters, X, Y, { ...options, steps: 5, extent: { x: [-1, 3], y: [-2, 0] } })
    const [u, v] = map.directions
    expect(map.x).toEqual([-1, 0, 1, 2, 3])
    expect(map.y).toEqual([-2, -1.5, -1, -0.5, 0])
    map.y.forEach((y, i) => {
      map.x.forEach((x, j) => {
        expect(map.cost[i]?.[j]).toBeCloseTo(costOf(move(parameters, x, u, y, v), options), 12)
      })
    })
    expect(map.cost[4]?.[1]).toBeCloseTo(costOf(parameters, options), 12)
    expect(map.path).toBeUndefined()
  })

  it('takes the plane of a path that lies in one, and puts the path on it exactly', () => {
    const [u, v] = [randomLike(parameters, 1), randomLike(parameters, 2)]
    const path = [
      [3, -1],
      [2, 0.5],
      [1, 0.75],
      [0.25, 0.1],
      [0, 0],
    ].map(([x = 0, y = 0]) => move(parameters, x, u, y, v))
    const map = landscape(parameters, X, Y, { path })
    expect(map.path).toHaveLength(5)
    map.path?.forEach((point, k) => {
      const there = move(parameters, point.x, map.directions[0], point.y, map.directions[1])
      const at = path[k] as Parameters // as many points as the path has
      expect(Math.sqrt(dot(difference(there, at), difference(there, at)))).toBeLessThan(1e-10)
      expect(point.cost).toBeCloseTo(costOf(at), 12)
      expect([point.x > Number(map.x[0]), point.x < Number(map.x.at(-1))]).toEqual([true, true])
      expect([point.y > Number(map.y[0]), point.y < Number(map.y.at(-1))]).toEqual([true, true])
    })
    expect(map.path?.[0]?.x).toBeLessThan(0)
    expect(dot(map.directions[0], map.directions[0])).toBeCloseTo(1, 12)
    expect(dot(map.directions[0], map.directions[1])).toBeCloseTo(0, 12)
    expect(map.explained?.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  })

  it('draws a real training: the path ends at the origin, and most of it lies in the plane', () => {
    const start = initialize({ sizes: [2, 4, 1], seed: 3 })
    const run = train(start, X, Y, { learningRate: 1, epochs: 400, recordParameters: 2 })
    const path = run.history.snapshots.map(({ parameters }) => parameters)
    const map = landscape(run.parameters, X, Y, { path })
    expect(map.path?.at(-1)?.x).toBeCloseTo(0, 12)
    expect(map.path?.at(-1)?.y).toBeCloseTo(0, 12)
    expect(map.path?.map((point) => point.cost)).toEqual(
      run.history.cost.filter((_, epoch) => epoch % 2 === 0).map((J) => expect.closeTo(J, 12)),
    )
    expect(map.explained?.reduce((a, b) => a + b)).toBeGreaterThan(0.9)
  })

  it('finds a second direction for a straight path, and two for a path that stays where it is', () => {
    const u = randomLike(parameters, 5)
    const straight = landscape(parameters, X, Y, {
      path: [move(parameters, 1, u, 0, u), parameters],
      steps: 3,
    })
    expect(dot(...straight.directions)).toBeCloseTo(0, 12)
    expect(straight.path?.[0]?.y).toBeCloseTo(0, 12)
    expect(straight.explained?.[0]).toBeCloseTo(1, 12)
    const still = landscape(parameters, X, Y, { path: [parameters, parameters], steps: 3 })
    expect(still.path?.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(still.x).toEqual([-1, 0, 1])
  })

  it('without a path takes random directions, each neuron as long as its own weights, decided by the seed', () => {
    const map = landscape(parameters, X, Y, { steps: 3, seed: 4 })
    const [u] = map.directions
    for (let i = 0; i < 4; i++) {
      const length = ({ W1, B1 }: Parameters) =>
        Math.hypot(...W1.values.slice(i * 2, i * 2 + 2), Number(B1.values[i]))
      expect(length(u)).toBeCloseTo(length(parameters), 12)
    }
    expect(map).toEqual(landscape(parameters, X, Y, { steps: 3, seed: 4 }))
    expect(map.cost).not.toEqual(landscape(parameters, X, Y, { steps: 3, seed: 5 }).cost)
    expect([map.x, map.y]).toEqual([
      [-1, 0, 1],
      [-1, 0, 1],
    ])
  })

  it('projects a path onto directions that are given, at right angles to each other or not', () => {
    const [u, v] = [randomLike(parameters, 1), randomLike(parameters, 2)]
    const map = landscape(parameters, X, Y, {
      directions: [u, v],
      path: [move(parameters, 0.5, u, -0.25, v)],
      steps: 3,
    })
    expect(map.path?.[0]?.x).toBeCloseTo(0.5, 12)
    expect(map.path?.[0]?.y).toBeCloseTo(-0.25, 12)
    expect(map.explained).toBeUndefined()
  })

  it('refuses wrong arguments and names them', () => {
    const other = initialize({ sizes: [2, 3, 1], seed: 1 })
    const u = randomLike(parameters, 1)
    expect(() => landscape(parameters, X, Y, { steps: 1 })).toThrow(
      /expected steps to be a whole number, 2 or above, received 1/,
    )
    expect(() => landscape(parameters, X, Y, { extent: -1 })).toThrow(/extent .* received -1/)
    expect(() => landscape(parameters, X, Y, { extent: { x: [1, 0], y: [0, 1] } })).toThrow(
      /extent\.x to be \[from, to\]/,
    )
    // @ts-expect-error no y
    expect(() => landscape(parameters, X, Y, { extent: { x: [0, 1] } })).toThrow(
      /expected extent to be a number or/,
    )
    expect(() => landscape(parameters, X, Y, { path: [other] })).toThrow(
      /path\[0\] to be of a 2-4-1 net, .* 2-3-1 net/,
    )
    expect(() => landscape(parameters, X, Y, { directions: [u, u] })).toThrow(/parallel/)
    // @ts-expect-error one direction
    expect(() => landscape(parameters, X, Y, { directions: [u] })).toThrow(/directions to be two records/)
    // @ts-expect-error a typing error in a name
    expect(() => landscape(parameters, X, Y, { step: 3 })).toThrow(/Did you mean `steps`/)
    expect(() => landscape(parameters, X, matrix([[1]]))).toThrow(/Y is 1×1, but A2 is 1×30/)
    const linear = { hiddenActivation: 'identity', outputActivation: 'identity' } as const
    expect(() => landscape(parameters, X, Y, { ...linear, extent: 1e200 })).toThrow(/use a smaller extent/)
  })
})

describe('principalDirections()', () => {
  it('finds the long axes, with more or fewer displacements than dimensions', () => {
    const random = randomGenerator(2)
    for (const [count, dimension] of [
      [200, 6],
      [6, 200],
      [300, 150],
      [2, 2],
    ] as const) {
      const displacements = Array.from({ length: count }, () => {
        const d = Float64Array.from({ length: dimension }, () => 1e-3 * random.normal())
        d[1] = 5 * random.normal()
        d[0] = 2 * random.normal()
        return d
      })
      const { directions, explained } = principalDirections(displacements)
      expect(Math.abs(Number(directions[0]?.[1]))).toBeGreaterThan(0.5)
      expect(Number(explained[0])).toBeGreaterThanOrEqual(Number(explained[1]))
      expect(Number(explained[0]) + Number(explained[1])).toBeCloseTo(1, 3)
    }
  })

  it('finds none where nothing moved', () => {
    expect(principalDirections([]).directions).toEqual([])
    expect(principalDirections([new Float64Array(3)]).directions).toEqual([])
  })
})
