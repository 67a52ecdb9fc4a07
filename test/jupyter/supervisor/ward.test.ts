import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import type { Report } from '../../../src/jupyter/supervisor/orders.js'
import { Ward } from '../../../src/jupyter/supervisor/ward.js'
import { lives } from '../../support/processes.js'

test('a folder that cannot be removed keeps no process from being ended, nor the next one', async () => {
  const reports: Report[] = []
  const ward = new Ward(
    {
      order: 'start',
      id: 1,
      argv: [process.execPath, '-e', 'setInterval(() => {}, 1000)'],
      cwd: tmpdir(),
      env: process.env,
      // No folder has such a name.
      remove: 'a\0b',
    },
    (report) => reports.push(report),
  )
  const ended = ward.watch()
  await expect.poll(() => reports).toMatchObject([{ report: 'started' }])
  expect(() => ward.end()).not.toThrow()
  await ended
  expect(reports.at(-1)).toMatchObject({ report: 'exited', signal: 'SIGKILL' })
  const [started] = reports
  expect(started?.report === 'started' && lives(started.pid)).toBe(false)
})
