import { describe, expect, it } from 'vitest'
import { bugLab, type LabCase } from '../../../src/exercises/index.js'
import { curveOf, outcomeOf } from '../../../src/exercises/lab/curves.js'
import { findingsOf, tolerance } from '../../../src/exercises/lab/findings.js'
import { labCurve } from '../../../src/exercises/lab/lab-curve.js'
import { labOrder } from '../../../src/exercises/lab/lab-order.js'
import { labVerdict } from '../../../src/exercises/lab/lab-verdict.js'
import type { Evidence } from '../../../src/exercises/verdict.js'
import { type BugName, backward, bugs } from '../../../src/network/index.js'
import { cellNamed } from '../exercise-cells.js'

// The keys of `bugs` are the names, by its type.
const names = Object.keys(bugs) as BugName[]
const words = (text: string) => text.split(/\s+/).length

it('the lab has each of the thirty bugs once, ten on each level, in the same order every time', () => {
  expect(labOrder.map(({ bug }) => bug).sort()).toEqual([...names].sort())
  expect(labOrder.map(({ level }) => level)).toEqual([1, 2, 3].flatMap((level) => Array(10).fill(level)))
  expect(labOrder.slice(0, 4).map(({ bug }) => bug)).toEqual([
    'sign',
    'double-1/M',
    'no-sigmaPrime-hidden',
    'no-1/M',
  ])
})

it('the curves that are kept are those of a training', () => {
  for (const name of names) expect(curveOf(name), name).toEqual(labCurve(bugs[name]))
  expect(curveOf('no bug')).toEqual(labCurve(backward))
})

it('every word to predict with is right for some bug', () => {
  expect(new Set(names.map(outcomeOf))).toEqual(new Set(['falls', 'falters', 'rises', 'stops']))
})

it('no two cases look alike, on any level', () => {
  const seen = labOrder.map(({ number }) =>
    JSON.stringify(bugLab(number, { predict: 'falls' }).evidence).replaceAll(`Case ${number}:`, ''),
  )
  expect(new Set(seen).size).toBe(30)
})

describe.each(labOrder.map((place) => [place.number, place] as const))(
  'case %i',
  (number, { bug, level }) => {
    const shown = bugLab(number)

    it('shows its symptoms and keeps the training until it was predicted', () => {
      expect(chartsOf(shown.evidence)).not.toContain(`Case ${number}: the cost over training`)
      const predicted = bugLab(number, { predict: 'falls', answer: '?' })
      expect(chartsOf(predicted.evidence)).toContain(`Case ${number}: the cost over training`)
      expect(predicted.verdict).toBeUndefined()
      expect(JSON.parse(JSON.stringify(predicted))).toEqual(predicted)
      expect(bugLab(number, { predict: 'falls' })).toEqual(predicted)
      const { stops, lines } = findingsOf(bug)
      const wrong = lines.filter(({ error }) => error > tolerance)
      expect(wrong.length > 0 || stops.square !== '').toBe(true)
      expect(shown.evidence.length).toBe(lines.length > 0 ? 3 : 1)
    })

    it('has the right bug among its suspects', () => {
      const suspects = shown.suspects.map(({ name }) => name)
      expect(suspects).toContain(bug)
      expect(new Set(suspects).size).toBe({ 1: 4, 2: 6, 3: 8 }[level])
    })

    it('passes with the name of its bug, as it is written and as one can type it', () => {
      for (const name of [bug, ` ${bug.replaceAll('ᵀ', 'T').replaceAll('−', '-').toUpperCase()} `]) {
        const verdict = bugLab(number, { answer: name }).verdict
        expect(verdict?.status).toBe('pass')
        expect(verdict?.message).toContain(bugs[bug].summary)
        expect(verdict?.evidence).toMatchObject([
          { kind: 'code', lines: bugs[bug].line.split('\n') },
          { kind: 'code', lines: bugs[bug].right.split('\n') },
        ])
      }
    })

    it('explains each other name: what it is, why it is near, where the two part, where to look', () => {
      for (const name of names.filter((each) => each !== bug)) {
        const { status, mistake, explanation, message } = labVerdict({ number, bug, level }, name)
        expect([status, mistake]).toEqual(['fail', name])
        const { did, tempting, where, look } = explanation ?? {}
        expect(did).toBe(`You named \`${name}\`. ${bugs[name].summary}`)
        expect(tempting).toMatch(/^It is tempting/)
        expect(where).toMatch(/^With it .*(Here|This pass)/s)
        const [, would, is] = /would be (.*)\. Here it is (.*)\.$/.exec(where ?? '') ?? []
        if (would !== undefined) expect(would, name).not.toBe(is)
        expect(cellNamed('06-1', look?.cell ?? '')).toBeDefined()
        expect(words(message), message).toBeLessThanOrEqual(120)
      }
    })

    it('says which it is to who gives up, and to nobody else', () => {
      expect(bugLab(number, { giveUp: true }).solution?.text).toContain(bug)
      expect(shown.solution).toBeUndefined()
    })
  },
)

it('what is no name is told, with the nearest one; what is no case or no word is refused', () => {
  const said = (answer: unknown) => bugLab(1, { answer: answer as string }).verdict
  expect(said('no-3')?.message).toContain("Did you mean 'no-2'?")
  for (const strange of [7, null, {}, 'something else'])
    expect(said(strange)).toMatchObject({ status: 'error', exercise: '06-lab-1' })
  expect(() => bugLab(31)).toThrow('from 1 to 30, received 31')
  expect(() => bugLab(1, { predict: 'up' })).toThrow("'falls', 'falters', 'rises', 'stops'")
  expect(() => bugLab(1, { anser: 'x' } as object)).toThrow('answer')
})

function chartsOf(evidence: LabCase['evidence']): string[] {
  return evidence.flatMap((each: Evidence) =>
    each.kind === 'chart' ? [String(each.figure.layout.title?.text)] : [],
  )
}
