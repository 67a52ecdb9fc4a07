import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCourseSource } from '../../../src/server/course/course-source.js'
import { courseFolders } from '../../../src/server/node/course-folders.js'

let folder: string
let home: string

const at = (...path: string[]) => join(folder, ...path)
const foldersOf = (options: { home?: string; root?: string } = {}) =>
  courseFolders({ home, data: at('data'), cwd: at('here'), ...options })
const make = ({ learner, course }: { learner: string; course: string }) => makeCourseSource(learner, course)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backprop-folders-'))
  home = at('clone')
  mkdirSync(join(home, 'src'), { recursive: true })
  mkdirSync(join(home, 'dist'))
  writeFileSync(join(home, 'dist', 'index.js'), 'exports.answer = 42\n')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the course’s folders', () => {
  it('are, in a clone, its work and its own src, which is left alone', async () => {
    const folders = foldersOf()
    expect(folders).toMatchObject({ root: join(home, 'work'), learner: join(home, 'work') })
    await make(folders)
    expect(existsSync(join(home, 'src', 'package.json'))).toBe(false)
  })

  it('are the clone’s own too when the clone is the root', () => {
    expect(foldersOf({ root: home })).toMatchObject({ root: home, learner: join(home, 'work') })
  })

  it('are, with a root, work and src in it, and cells there reach the built module', async () => {
    const folders = foldersOf({ root: at('mine') })
    expect(folders).toMatchObject({ root: at('mine'), learner: at('mine', 'work') })
    expect(existsSync(at('mine'))).toBe(false)
    await make(folders)
    const { main } = JSON.parse(readFileSync(at('mine', 'src', 'package.json'), 'utf8'))
    expect(main).toBe('../../clone/dist/index.js')
    expect(createRequire(at('mine', 'work', 'cell.js'))('../src').answer).toBe(42)
  })

  it('are the same when started again, also after the package has moved', async () => {
    await make(foldersOf({ root: at('mine') }))
    const moved = foldersOf({ root: at('mine'), home: at('elsewhere') })
    expect(moved.learner).toBe(at('mine', 'work'))
    await make(moved)
    expect(readFileSync(at('mine', 'src', 'package.json'), 'utf8')).toContain('../../elsewhere/dist/index.js')
  })

  it('stand in backprop-course where the root has a src of its own, which is never written', async () => {
    mkdirSync(at('mine', 'src'), { recursive: true })
    writeFileSync(at('mine', 'src', 'package.json'), '{"name":"theirs"}')
    const folders = foldersOf({ root: at('mine') })
    expect(folders).toMatchObject({ root: at('mine'), learner: at('mine', 'backprop-course', 'work') })
    await make(folders)
    expect(readFileSync(at('mine', 'src', 'package.json'), 'utf8')).toBe('{"name":"theirs"}')
    expect(existsSync(at('mine', 'backprop-course', 'src', 'package.json'))).toBe(true)
  })

  it('are made where the command was called when the package is installed', () => {
    expect(foldersOf({ home: at('here', 'node_modules', 'backprop-notebooks') })).toMatchObject({
      root: at('here', 'backprop-course', 'work'),
      learner: at('here', 'backprop-course', 'work'),
      course: at('here', 'node_modules', 'backprop-notebooks', 'notebooks'),
    })
  })

  it('are refused, with what to do, where something else is the cells’ src', async () => {
    mkdirSync(at('mine', 'src'), { recursive: true })
    mkdirSync(at('mine', 'backprop-course', 'src'), { recursive: true })
    await expect(make(foldersOf({ root: at('mine') }))).rejects.toThrow(/another folder.*--root/)
  })
})
