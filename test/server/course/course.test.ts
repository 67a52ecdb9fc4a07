import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PathLock } from '../../../src/server/contents/path-lock.js'
import { createCourse } from '../../../src/server/course/course.js'
import type { Course } from '../../../src/server/course/course-service.js'
import { replaceFsCall } from '../../support/fs-calls.js'
import { chapterText } from './chapter-text.js'

const bowl = '01-bowl'
const net = '02-net'
const day = new Date(2026, 9, 20, 12)

let folder: string
let course: Course

const at = (...path: string[]) => join(folder, ...path)
const text = (...path: string[]) => readFileSync(at(...path), 'utf8')
const copies = () =>
  readdirSync(at('root', 'work'))
    .filter((name) => !name.startsWith('.'))
    .sort()
const start = (lock = new PathLock()) =>
  createCourse(
    { root: at('root'), learner: at('root', 'work'), course: at('notebooks') },
    { now: () => day, lock },
  )

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backprop-course-'))
  mkdirSync(at('notebooks'))
  mkdirSync(at('root'))
  writeFileSync(
    at('notebooks', `${bowl}.ipynb`),
    chapterText('# 1 · The *bowl*\n\nAbout 30 minutes.', ['a', 'b']),
  )
  writeFileSync(at('notebooks', `${net}.ipynb`), chapterText('# 2 · The net', ['c']))
  course = start()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the course', () => {
  it('lists its chapters by number, with the title and the minutes that their own text names', async () => {
    const { last, chapters } = await course.state()
    expect(last).toBeNull()
    expect(chapters).toMatchObject([
      {
        name: bowl,
        number: 1,
        title: 'The bowl',
        minutes: '30 minutes',
        path: `work/${bowl}.ipynb`,
        copy: 'none',
      },
      { name: net, number: 2, title: 'The net', minutes: null, path: `work/${net}.ipynb`, copy: 'none' },
    ])
    expect(chapters[0]?.progress).toEqual({ of: 'cells', done: 0, all: 2, exercises: [] })
  })

  it('makes a copy when a chapter is first opened, and leaves it alone ever after', async () => {
    expect(await course.open(bowl)).toEqual({ path: `work/${bowl}.ipynb` })
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe(text('notebooks', `${bowl}.ipynb`))
    expect(copies()).toEqual([`${bowl}.ipynb`])
    writeFileSync(at('root', 'work', `${bowl}.ipynb`), 'my notes')
    await course.open(bowl)
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe('my notes')
  })

  it('opens a chapter for many at once with one copy made and nothing written over', async () => {
    await Promise.all([start(), start(), start()].flatMap((each) => [each.open(bowl), each.open(bowl)]))
    expect(copies()).toEqual([`${bowl}.ipynb`])
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe(text('notebooks', `${bowl}.ipynb`))
    expect(readdirSync(at('root', 'work')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('never writes the originals, which may be read-only', async () => {
    chmodSync(at('notebooks', `${bowl}.ipynb`), 0o444)
    const before = text('notebooks', `${bowl}.ipynb`)
    await course.open(bowl)
    await course.reset(bowl)
    await course.update(bowl, 'instead')
    expect(text('notebooks', `${bowl}.ipynb`)).toBe(before)
    writeFileSync(at('root', 'work', `${bowl}.ipynb`), 'a copy can be written')
  })

  it('knows after a restart which chapter was opened last, and begins there', async () => {
    expect(await course.resume()).toBe(`work/${bowl}.ipynb`)
    await course.open(net)
    expect((await start().state()).last).toBe(net)
    expect(await start().resume()).toBe(`work/${net}.ipynb`)
  })

  it('makes the copy anew when it was deleted', async () => {
    await course.open(bowl)
    rmSync(at('root', 'work', `${bowl}.ipynb`))
    expect(await course.resume()).toBe(`work/${bowl}.ipynb`)
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe(text('notebooks', `${bowl}.ipynb`))
  })

  it('resets a chapter and keeps every old copy beside it, with the day in its name', async () => {
    await course.open(bowl)
    for (const notes of ['first notes', 'second notes']) {
      writeFileSync(at('root', 'work', `${bowl}.ipynb`), notes)
      await course.reset(bowl)
    }
    expect(copies()).toEqual([
      `${bowl}-before-reset-2026-10-20-2.ipynb`,
      `${bowl}-before-reset-2026-10-20.ipynb`,
      `${bowl}.ipynb`,
    ])
    expect(text('root', 'work', `${bowl}-before-reset-2026-10-20.ipynb`)).toBe('first notes')
    expect(text('root', 'work', `${bowl}-before-reset-2026-10-20-2.ipynb`)).toBe('second notes')
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe(text('notebooks', `${bowl}.ipynb`))
  })

  it('says where a reset keeps the old copy, and that there was none to keep', async () => {
    expect(await course.reset(bowl)).toEqual({ path: `work/${bowl}.ipynb`, kept: null })
    expect(await course.reset(bowl)).toEqual({
      path: `work/${bowl}.ipynb`,
      kept: `work/${bowl}-before-reset-2026-10-20.ipynb`,
    })
  })

  it('resets a copy only when a save of it that has begun is done, and keeps what was saved', async () => {
    const lock = new PathLock()
    course = start(lock)
    await course.open(bowl)
    let saved = () => {}
    const saving = lock.onFiles([at('root', 'work', `${bowl}.ipynb`)], async () => {
      await new Promise<void>((resolve) => {
        saved = resolve
      })
      writeFileSync(at('root', 'work', `${bowl}.ipynb`), 'saved notes')
    })
    const reset = course.reset(bowl)
    // Time in which a reset that does not wait would be done.
    await delay(50)
    expect(copies()).toEqual([`${bowl}.ipynb`])
    saved()
    await Promise.all([saving, reset])
    expect(text('root', 'work', `${bowl}-before-reset-2026-10-20.ipynb`)).toBe('saved notes')
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe(text('notebooks', `${bowl}.ipynb`))
  })

  it('opens a copy that is there whatever stands in the way of a new one', async () => {
    await course.open(bowl)
    writeFileSync(at('root', 'work', `${bowl}.ipynb`), 'my notes')
    rmSync(at('root', 'src'), { recursive: true })
    mkdirSync(at('root', 'src'))
    expect(await course.open(bowl)).toEqual({ path: `work/${bowl}.ipynb` })
    await expect(course.open(net)).rejects.toMatchObject({ status: 409 })
    writeFileSync(at('notebooks', `${net}.ipynb`), 'broken')
    expect(await course.open(bowl)).toEqual({ path: `work/${bowl}.ipynb` })
    expect(await course.chapterAt(`work/${bowl}.ipynb`)).toBe(bowl)
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe('my notes')
  })

  it('keeps nothing beside a copy that could not be reset, and says what the disk said', async () => {
    await course.open(bowl)
    const putBack = replaceFsCall('rename', () => () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    })
    try {
      await expect(course.reset(bowl)).rejects.toMatchObject({
        status: 507,
        message: expect.stringContaining(`work/${bowl}.ipynb`),
      })
    } finally {
      putBack()
    }
    expect(copies()).toEqual([`${bowl}.ipynb`])
  })

  it('does not write over a record that cannot be read just now', async () => {
    await course.open(bowl)
    const record = text('root', 'work', '.backprop', 'copies.json')
    const putBack = replaceFsCall('readFile', (stock) => async (...args) => {
      if (String(args[0]).endsWith('copies.json'))
        throw Object.assign(new Error('EMFILE'), { code: 'EMFILE' })
      return stock(...args)
    })
    try {
      expect(await course.open(net)).toEqual({ path: `work/${net}.ipynb` })
      expect((await course.state()).chapters).toHaveLength(2)
      expect(await course.resume()).toBe(`work/${bowl}.ipynb`)
    } finally {
      putBack()
    }
    expect(text('root', 'work', '.backprop', 'copies.json')).toBe(record)
  })

  it('leaves a symbolic link in the copy’s place as it is', async () => {
    mkdirSync(at('root', 'work'))
    writeFileSync(at('elsewhere.ipynb'), 'another’s')
    symlinkSync(at('elsewhere.ipynb'), at('root', 'work', `${bowl}.ipynb`))
    await expect(course.reset(bowl)).rejects.toMatchObject({ status: 409 })
    expect(text('elsewhere.ipynb')).toBe('another’s')
  })

  it('counts the cells that were run', async () => {
    await course.open(bowl)
    writeFileSync(at('root', 'work', `${bowl}.ipynb`), chapterText('# 1', ['a', 'b'], 1))
    expect((await course.state()).chapters[0]?.progress).toEqual({
      of: 'cells',
      done: 1,
      all: 2,
      exercises: [],
    })
  })

  it('lists a chapter whose copy is broken, says why, and can reset it', async () => {
    await course.open(bowl)
    writeFileSync(at('root', 'work', `${bowl}.ipynb`), '{ "cells": [')
    const [chapter] = (await course.state()).chapters
    expect(chapter).toMatchObject({ copy: 'there', problem: expect.stringContaining('is not JSON') })
    await course.reset(bowl)
    expect((await course.state()).chapters[0]?.problem).toBeNull()
  })

  it('refuses a chapter that is not in the course, also one that is a path', async () => {
    for (const name of ['03-none', `../notebooks/${bowl}`, '', '__proto__'])
      await expect(course.open(name)).rejects.toMatchObject({ status: 404 })
    expect(await course.chapterAt(`work/${net}.ipynb`)).toBe(net)
    expect(await course.chapterAt(`${net}.ipynb`)).toBeUndefined()
  })
})

describe('a course that was updated', () => {
  const newer = chapterText('# 1 · The bowl, told better', ['a', 'b', 'more'])
  const copy = async () => (await course.state()).chapters[0]?.copy

  beforeEach(async () => {
    await course.open(bowl)
    writeFileSync(at('root', 'work', `${bowl}.ipynb`), chapterText('# 1', ['my own'], 1))
    writeFileSync(at('notebooks', `${bowl}.ipynb`), newer)
  })

  it('leaves the learner’s copy and offers the newer chapter, at once and after a restart', async () => {
    expect(await copy()).toBe('outdated')
    course = start()
    expect(await copy()).toBe('outdated')
    await course.open(bowl)
    expect(await copy()).toBe('outdated')
    expect(text('root', 'work', `${bowl}.ipynb`)).toContain('my own')
  })

  it('takes a chapter that was only run, or reformatted, for the same', async () => {
    await course.reset(bowl)
    writeFileSync(at('notebooks', `${bowl}.ipynb`), JSON.stringify(JSON.parse(newer)))
    writeFileSync(
      at('root', 'work', `${bowl}.ipynb`),
      chapterText('# 1 · The bowl, told better', ['a', 'b', 'more'], 3),
    )
    expect(await copy()).toBe('there')
  })

  it('puts the newer one in the copy’s place and keeps the copy', async () => {
    const kept = `${bowl}-before-update-2026-10-20.ipynb`
    expect(await course.update(bowl, 'instead')).toEqual({
      path: `work/${bowl}.ipynb`,
      kept: `work/${kept}`,
      added: null,
    })
    expect(text('root', 'work', kept)).toContain('my own')
    expect(text('root', 'work', `${bowl}.ipynb`)).toBe(newer)
    expect(await copy()).toBe('there')
  })

  it('puts the newer one beside the copy, and offers it no more until there is a newer one still', async () => {
    const added = `${bowl}-new-2026-10-20.ipynb`
    expect(await course.update(bowl, 'beside')).toMatchObject({ kept: null, added: `work/${added}` })
    expect(text('root', 'work', added)).toBe(newer)
    expect(text('root', 'work', `${bowl}.ipynb`)).toContain('my own')
    expect(await copy()).toBe('there')
    writeFileSync(at('notebooks', `${bowl}.ipynb`), chapterText('# 1 · Told better still', ['a']))
    expect(await copy()).toBe('outdated')
  })

  it('leaves all as it is when the learner wants neither', async () => {
    await course.update(bowl, 'neither')
    expect(copies()).toEqual([`${bowl}.ipynb`])
    expect(await copy()).toBe('there')
  })
})
