import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exerciseProgress } from '../../../src/server/course/chapter-progress.js'
import { createCourse } from '../../../src/server/course/course.js'
import { parseLog, progressFile, progressLog } from '../../../src/server/course/progress-log.js'
import { chapterText } from './chapter-text.js'

const line = (exercise: string, status: string, time = '2026-10-20T10:00:00.000Z') =>
  `${JSON.stringify({ time, chapter: '01-bowl', exercise, event: 'verdict', status })}\n`

describe('the learner’s log', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backprop-progress-'))
    mkdirSync(join(folder, 'work', '.backprop'), { recursive: true })
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is empty until something happened', async () => {
    expect(await progressLog(join(folder, 'work')).read()).toEqual([])
  })

  it('passes over lines that are cut off, no JSON, no objects or lack a field, and keeps the others', () => {
    const text = `${line('01-1', 'pass')}{"time": "2026\n\n[1]\nnull\n{"time":1,"exercise":"01-1","event":"verdict"}\n${line('01-2', 'fail')}{"tim`
    expect(parseLog(text).map(({ exercise }) => exercise)).toEqual(['01-1', '01-2'])
  })

  it('is read anew when a line was added', async () => {
    const file = progressFile(join(folder, 'work'))
    const log = progressLog(join(folder, 'work'))
    await appendFile(file, line('01-1', 'fail'))
    expect(await log.read()).toHaveLength(1)
    await appendFile(file, line('01-1', 'pass'))
    expect(await log.read()).toHaveLength(2)
  })

  it('decides a chapter’s progress where the chapter has exercises', async () => {
    mkdirSync(join(folder, 'notebooks'))
    writeFileSync(join(folder, 'notebooks', '01-bowl.ipynb'), chapterText('# 1 · The bowl', ['a']))
    const course = createCourse(
      { root: folder, learner: join(folder, 'work'), course: join(folder, 'notebooks') },
      { exercisesOf: (chapter) => (chapter === 1 ? [{ id: '01-1', title: 'Downhill' }] : []) },
    )
    expect((await course.state()).chapters[0]?.progress).toMatchObject({ of: 'exercises', done: 0, all: 1 })
    await appendFile(progressFile(join(folder, 'work')), line('01-1', 'pass'))
    expect((await course.state()).chapters[0]?.progress).toMatchObject({ of: 'exercises', done: 1, all: 1 })
  })
})

describe('progress in exercises', () => {
  const exercises = ['01-1', '01-2', '01-3', '01-4'].map((id) => ({ id, title: `Exercise ${id}` }))
  const statuses = (log: string) =>
    exerciseProgress(exercises, parseLog(log)).exercises.map(({ status }) => status)

  it('counts what was solved, and tells the wrong from the open and the untried', () => {
    const log = line('01-1', 'pass') + line('01-2', 'error') + line('01-3', 'open') + line('09-1', 'pass')
    expect(statuses(log)).toEqual(['solved', 'wrong', 'open', 'untried'])
    expect(exerciseProgress(exercises, parseLog(log))).toMatchObject({ done: 1, all: 4 })
  })

  it('keeps an exercise solved when the learner goes on trying things in it', () => {
    expect(statuses(line('01-1', 'pass') + line('01-1', 'fail'))[0]).toBe('solved')
  })

  it('takes the last verdict of one that is not solved', () => {
    expect(statuses(line('01-1', 'fail') + line('01-1', 'open'))[0]).toBe('open')
  })
})
