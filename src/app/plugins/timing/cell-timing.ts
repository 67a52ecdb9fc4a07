import type { CodeCell } from '@jupyterlab/cells'
import { element } from '../element.js'
import { durationText, runOf, timeText } from './timing-text.js'

/** Runs that are over sooner need no clock. */
const patience = 1_000

/** Shows under a cell's code how long it ran and when; while it runs, for how long it has. */
export function showTiming(cell: CodeCell): void {
  const { model } = cell
  const text = element('div', { class: 'backprop-timing', hidden: true })
  let clock: ReturnType<typeof setInterval> | undefined

  const show = () => {
    const run = runOf(model.getMetadata('execution'))
    const isRunning = model.executionState === 'running'
    if (run === undefined || (isRunning && run.took !== undefined)) return write('')
    const { began, took, failed } = run
    if (took !== undefined) {
      const word = failed ? 'Stopped after' : 'Ran in'
      return write(`${word} ${durationText(took)} ${timeText(began, new Date())}`)
    }
    const far = Date.now() - began.getTime()
    write(isRunning && far > patience ? `Running for ${durationText(Math.floor(far / 1000) * 1000)} …` : '')
  }
  const write = (words: string) => {
    if (text.textContent === words) return
    text.textContent = words
    text.hidden = words === ''
  }
  const follow = () => {
    const isRunning = model.executionState === 'running'
    if (isRunning) clock ??= setInterval(show, 1_000)
    else {
      clearInterval(clock)
      clock = undefined
    }
    show()
  }

  model.metadataChanged.connect((_, { key }) => {
    if (key === 'execution') show()
  })
  model.stateChanged.connect((_, { name }) => {
    if (name === 'executionState') follow()
  })
  cell.disposed.connect(() => clearInterval(clock))
  void cell.ready.then(() => {
    if (cell.isDisposed) return
    cell.node.querySelector('.jp-Cell-inputWrapper')?.after(text)
    follow()
  })
}
