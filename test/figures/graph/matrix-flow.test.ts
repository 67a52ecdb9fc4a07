import { expect, describe as group, it } from 'vitest'
import { type MatrixFlowOptions, matrixFlow } from '../../../src/figures/graph/matrix-flow.js'
import { describe } from '../../../src/figures/text/describe.js'
import { expectGolden } from '../../support/golden.js'

const nodes = (figure: ReturnType<typeof matrixFlow>) => figure.data[0]?.['text'] as string[]

group('matrixFlow()', () => {
  it('is what it was', () => {
    expectGolden('matrix-flow', matrixFlow([2, 3, 1], { samples: 4, backward: true }))
  })

  it('tells every shape on the way forward', () => {
    expect(describe(matrixFlow([2, 3, 1]))).toBe(
      'A net of 2–3–1 with M samples as matrices. Forward: X (2×M), Z1 (3×M), A1 (3×M), Z2 (1×M), A2 (1×M), J (1×1), by W1 (3×2) and B1 (3×1), σ, W2 (1×3) and B2 (1×1), σ, comparison with Y (1×M).',
    )
  })

  it('draws the way back with what the update needs', () => {
    const figure = matrixFlow([2, 3, 1], { samples: 4, backward: true })
    expect(nodes(figure).map((text) => text.replace(/<\/?b>/g, ''))).toEqual([
      'X',
      'Z1',
      'A1',
      'Z2',
      'A2',
      'J',
      'dA2',
      'dZ2',
      'dA1',
      'dZ1',
      'dW2',
      'dB2',
      'dW1',
      'dB1',
    ])
    expect(describe(figure)).toContain(
      'for the update dW2 (1×3) = dZ2·A1ᵀ, dB2 (1×1) = Σ dZ2, summed over the samples',
    )
  })

  it('goes straight to dZ2 with a cross-entropy', () => {
    const figure = matrixFlow([4, 5, 3], { backward: true, cost: 'crossEntropy' })
    expect(nodes(figure)).not.toContain('<b>dA2</b>')
    expect(JSON.stringify(figure)).toContain('(A2−Y)/M')
  })

  it('refuses unknown options and values', () => {
    expect(() => matrixFlow([2, 3, 1], { backwards: true } as MatrixFlowOptions)).toThrow(
      'Did you mean `backward`?',
    )
    // @ts-expect-error unknown activation
    expect(() => matrixFlow([2, 3, 1], { hiddenActivation: 'sigmoyd' })).toThrow("Did you mean 'sigmoid'?")
    expect(() => matrixFlow([2, 3, 1], { samples: 0 })).toThrow(
      'expected samples to be a whole number, 1 or above',
    )
  })
})
