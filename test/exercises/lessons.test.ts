import { describe, expect, it } from 'vitest'
import { bugHunt, checkBugHunt, hunts, predict, predictions, todo } from '../../src/exercises/index.js'
import { chapter, chapterNames } from '../notebooks/chapters.js'
import { cellIdOf, cellNamed, cellsOf, shownBy, textOf } from './exercise-cells.js'

describe.each(predictions.map((prediction) => [prediction.id, prediction] as const))(
  'prediction %s',
  (id, text) => {
    it('is asked in words above its cell, and left open in it', () => {
      const cells = cellsOf(id)
      const at = cells.findIndex(
        (cell) => cell.cell_type === 'code' && textOf(cell).includes(`predict('${id}', '?')`),
      )
      expect(at, 'the cell with it').toBeGreaterThan(0)
      for (const [letter, option] of Object.entries(text.options))
        expect(textOf(cells[at - 1])).toContain(`- **${letter}** ${option}`)
    })

    it('takes each option, and has a reason for the right one', () => {
      expect(Object.keys(text.options)).toContain(text.answer)
      expect(text.why.length).toBeGreaterThan(40)
      for (const letter of Object.keys(text.options)) expect(predict(id, letter).choice).toBe(letter)
      expect(predict(id, '?').choice).toBe('')
      expect(predict(id, todo()).choice).toBe('')
      expect(() => predict(id, 'z')).toThrow("expected one of 'a'")
    })
  },
)

it.each(chapterNames)('%s says once how to predict', (name) => {
  const said = chapter(name).cells.filter((cell) => textOf(cell).includes('Put your letter in the place of'))
  expect(said.length).toBeLessThan(2)
})

it.each(chapterNames)(
  'in %s each letter is right for some prediction, so that none can be left out',
  (name) => {
    const right = predictions.filter(({ id }) => name.startsWith(id.slice(0, 2))).map(({ answer }) => answer)
    expect([...new Set(right)].sort()).toEqual(['a', 'b', 'c'])
  },
)

describe.each(hunts.map((hunt) => [hunt.id, hunt] as const))('bug hunt %s', (id, hunt) => {
  it('stands in its notebook, open', () => {
    expect(cellNamed(id, cellIdOf(id))?.cell_type).toBe('markdown')
    const shown = shownBy(textOf(cellNamed(id, `${cellIdOf(id)}-answer`)))
    expect(shown).toMatchObject([
      { kind: 'hunt', id },
      { status: 'open', exercise: id },
    ])
  })

  it('has a sentence for each line and reason, symptoms, and a place to look that exists', () => {
    expect(hunt.lines.length).toBe(hunt.code.length)
    expect(Object.keys(hunt.overlooked).sort()).toEqual(
      Object.keys(hunt.reasons)
        .filter((letter) => letter !== hunt.reason)
        .sort(),
    )
    expect(bugHunt(id).evidence.length).toBeGreaterThan(1)
    expect(cellNamed(id, hunt.look[0])).toBeDefined()
    if (hunt.returning !== undefined) expect(hunts.map((each) => each.id)).toContain(hunt.returning)
  })

  it('passes with the right line and reason alone', () => {
    for (let line = 1; line <= hunt.code.length; line++)
      for (const reason of Object.keys(hunt.reasons)) {
        const { status, message } = checkBugHunt(id, line, reason)
        expect(status).toBe(line === hunt.line && reason === hunt.reason ? 'pass' : 'fail')
        expect(message.split(/\s+/).length).toBeGreaterThan(12)
        if (line === hunt.line && reason !== hunt.reason) expect(message).toContain('but that is not why: ')
      }
    expect(checkBugHunt(id, 99, 'a').status).toBe('error')
    expect(checkBugHunt(id, hunt.line, 'z').status).toBe('error')
  })
})
