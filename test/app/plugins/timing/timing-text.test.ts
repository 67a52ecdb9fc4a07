import { describe, expect, it } from 'vitest'
import { durationText, runOf, timeText } from '../../../../src/app/plugins/timing/timing-text.js'

describe('how long a cell ran', () => {
  it('is read from what JupyterLab records', () => {
    const run = runOf({
      'iopub.status.busy': '2026-10-20T10:00:00.000Z',
      'iopub.execute_input': '2026-10-20T10:00:00.100Z',
      'shell.execute_reply': '2026-10-20T10:00:01.600Z',
    })
    expect(run).toEqual({ began: new Date('2026-10-20T10:00:00.100Z'), took: 1500, failed: false })
  })

  it('is not known while the cell runs, also when it ran before', () => {
    const times = { 'iopub.execute_input': '2026-10-20T10:00:05.000Z' }
    expect(runOf(times)).toMatchObject({ took: undefined })
    expect(runOf({ ...times, 'shell.execute_reply': '2026-10-20T10:00:01.000Z' })).toMatchObject({
      took: undefined,
    })
  })

  it('is told of a run that was stopped, too', () => {
    const times = { 'iopub.execute_input': '2026-10-20T10:00:00Z', execution_failed: '2026-10-20T10:00:09Z' }
    expect(runOf(times)).toMatchObject({ took: 9000, failed: true })
  })

  it('is nothing where the metadata is something else', () => {
    for (const metadata of [
      undefined,
      null,
      'x',
      {},
      [],
      { 'iopub.execute_input': 'soon' },
      { 'iopub.execute_input': 5 },
    ])
      expect(runOf(metadata)).toBeUndefined()
  })

  it('is said with as many digits as help', () => {
    const said = [4, 240, 999.9, 3_460, 42_300, 59_900, 125_000, 3_780_000].map(durationText)
    expect(said).toEqual([
      '0.00 s',
      '0.24 s',
      '1.00 s',
      '3.5 s',
      '42 s',
      '1 min 0 s',
      '2 min 5 s',
      '1 h 3 min',
    ])
  })

  it('has its time of day, with the day where that is another', () => {
    const now = new Date(2026, 9, 20, 15, 30)
    expect(timeText(new Date(2026, 9, 20, 15, 2), now)).toBe('at 15:02')
    expect(timeText(new Date(2026, 9, 19, 9, 5), now)).toBe('on 19 Oct at 09:05')
    expect(timeText(new Date(2025, 9, 20, 15, 2), now)).toBe('on 20 Oct 2025 at 15:02')
  })
})
