import { describe, expect, it } from 'vitest'
import { exercises, hunts, predictions } from '../../src/exercises/index.js'

/** The mistakes that each chapter has to know by name, and the ids they go by: one of them is enough. */
const promised: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '01': {
    'ascent instead of descent': ['ascent'],
    'the gradient as an arrow out of the plane': ['out-of-the-plane'],
    'partials swapped': ['partials-swapped'],
    'factor 2 missing': ['factor-2-missing'],
    'pointing along the contour': ['along-the-contour'],
    'pointing at the minimum': ['at-the-minimum'],
  },
  '02': {
    'sign flipped': ['sign-flipped'],
    'α left out': ['alpha-left-out'],
    'components updated one after the other': ['one-after-the-other'],
    'input mutated': ['input-mutated'],
    'one step too many': ['one-step-too-many'],
    'one step too few': ['one-step-too-few'],
    'α above 2/λ max': ['above-the-limit'],
  },
  '03': {
    '1/M forgotten': ['no-1-over-m'],
    'M + 1 terms': ['m-plus-one-terms'],
    'signed errors': ['signed-errors'],
    'absolute value': ['absolute-value'],
    'half the MSE': ['half-the-mse'],
    'gradient’s sign flipped': ['sign-flipped'],
  },
  '04': {
    'σ′ applied to a instead of z': ['sigma-prime-of-a'],
    'z(1 − z)': ['z-times-1-minus-z'],
    'a instead of a(1 − a)': ['a-alone', 'a-for-sigma-prime'],
    'factors added': ['factors-added'],
    'outer factor dropped': ['outer-factor-dropped'],
    'inner value multiplied': ['inner-value-multiplied'],
    'σ′(z) taken at x': ['sigma-prime-at-x'],
  },
  '05': {
    'bias as a row': ['bias-as-row'],
    'samples as rows': ['samples-as-rows'],
    'activation skipped': ['activation-skipped'],
    'zero start': ['zero-start'],
    'equal start': ['equal-start'],
  },
  '06': {
    '1/M forgotten': ['no-1-over-m'],
    '1/M taken twice': ['double-1-over-m'],
    'W1ᵀ in dZ2': ['w1-transposed-in-dz2'],
    'W1ᵀ for W2ᵀ in dA1': ['w1-transposed-for-w2-transposed'],
    'W2 not transposed': ['w2-not-transposed'],
    'dW2ᵀ for W2ᵀ': ['dw2-transposed-for-w2-transposed'],
    'matrix product for ⊙': ['matrix-product'],
    'dA2 passed on for dZ2': ['da2-for-dz2'],
    'σ′ missing': ['no-sigma-prime'],
    'dW2 from Z1': ['dw2-from-z1'],
    'dW2 from X': ['dw2-from-x'],
    'dW2 from A2': ['dw2-from-a2'],
    'bias not summed': ['bias-not-summed'],
    'bias summed over the wrong axis': ['bias-wrong-axis'],
    'bias averaged': ['bias-mean'],
    'dW transposed': ['dw-transposed'],
  },
  '07': {
    'one layer updated before the other’s gradient': ['w2-updated-first'],
    'plus for minus': ['plus-for-minus'],
    'stale forward pass': ['stale-forward-pass'],
    'bias never updated': ['bias-never-updated'],
    'epoch for iteration': ['epoch-for-iteration'],
  },
  '08': {
    'σ on an unbounded target': ['sigma-on-unbounded-target'],
    'scaled with test data': ['scaled-with-test-data'],
    'cross-entropy’s dZ2 with MSE': ['cross-entropy-dz2-with-mse'],
    'inputs not scaled': ['inputs-not-scaled'],
    'tuned on the test data': ['tuned-on-test-data'],
  },
}

const inChapter = <T extends { readonly id: string }>(items: readonly T[], chapter: string) =>
  items.filter(({ id }) => id.startsWith(`${chapter}-`))

describe.each(Object.entries(promised))('chapter %s', (chapter, mistakes) => {
  it('has four exercises or more of three kinds or more, three predictions or more, and a bug hunt', () => {
    const own = inChapter(exercises, chapter)
    expect(own.length).toBeGreaterThanOrEqual(4)
    expect(new Set(own.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3)
    expect(inChapter(predictions, chapter).length).toBeGreaterThanOrEqual(3)
    expect(inChapter(hunts, chapter).length).toBeGreaterThanOrEqual(1)
  })

  it('brings back a bug of the chapter before', () => {
    const before = `0${Number(chapter) - 1}-h`
    const returning = inChapter(hunts, chapter).map((hunt) => hunt.returning ?? '')
    expect(chapter === '01' || returning.some((id) => id.startsWith(before))).toBe(true)
  })

  it('knows by name every mistake that it promises to know', () => {
    const known = inChapter(exercises, chapter).flatMap((each) => each.mistakes.map(({ id }) => id))
    const missing = Object.entries(mistakes).filter(([, ids]) => !ids.some((id) => known.includes(id)))
    expect(missing.map(([name]) => name)).toEqual([])
  })
})

it('the course asks thirty-two times or more', () => {
  expect(exercises.length).toBeGreaterThanOrEqual(32)
})
