import { describe, expect, test } from 'vitest'
import { Progress } from '../../src/cli/progress.js'

function record(isTTY: boolean, columns = 40) {
  let text = ''
  const progress = new Progress({ write: (more) => (text += more), isTTY, columns }, 2)
  return { progress, text: () => text }
}

describe('Progress', () => {
  test('writes one line a chapter where there is no terminal', () => {
    const { progress, text } = record(false)
    progress.update('01-a', '1/3')
    progress.update('02-b', '1/3')
    progress.finish('02-b', '02-b: 3 cells\n')
    progress.finish('01-a', '01-a: 3 cells\n')
    expect(text()).toBe('02-b: 3 cells\n01-a: 3 cells\n')
  })

  test('writes its line again and again on a terminal, below the lines that stay', () => {
    const { progress, text } = record(true)
    progress.update('01-a', '1/3')
    progress.update('02-b', '1/3')
    progress.finish('02-b', '02-b: 3 cells\n')
    progress.finish('01-a', '01-a: 3 cells\n')
    const back = '\r\x1b[K'
    expect(text()).toBe(
      `0 of 2 done · 01-a 1/3${back}0 of 2 done · 01-a 1/3 · 02-b 1/3${back}02-b: 3 cells\n1 of 2 done · 01-a 1/3${back}01-a: 3 cells\n`,
    )
  })

  test('keeps its line shorter than the terminal is wide', () => {
    const { progress, text } = record(true, 12)
    progress.update('01-contours-and-gradient', '1/3')
    expect(text()).toBe('0 of 2 done')
  })
})
