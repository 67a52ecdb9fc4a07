import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.js'

const chapter = '06-backprop'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})

afterAll(() => server.close())

const copy = () => join(server.root, 'work', `${chapter}.ipynb`)
const post = async (path: string, body?: string) => {
  const answer = await server.ask(`backprop/api/course/${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { body }),
  })
  return { status: answer.status, json: await answer.json() }
}

describe('backprop/api/course', () => {
  it('lists the eight chapters of the course, and makes nothing', async () => {
    const { last, chapters } = await (await server.ask('backprop/api/course')).json()
    expect(last).toBeNull()
    expect(chapters).toHaveLength(8)
    expect(chapters[5]).toMatchObject({
      name: chapter,
      number: 6,
      title: 'Backpropagation',
      minutes: '45 minutes',
      path: `work/${chapter}.ipynb`,
      copy: 'none',
    })
    expect(existsSync(join(server.root, 'work'))).toBe(false)
  })

  it('opens a chapter, resets it and says where the old copy is', async () => {
    expect(await post(`${chapter}/open`)).toEqual({ status: 200, json: { path: `work/${chapter}.ipynb` } })
    writeFileSync(copy(), 'mine')
    const { status, json } = await post(`${chapter}/reset`)
    expect(status).toBe(200)
    expect(json.kept).toMatch(/^work\/06-backprop-before-reset-\d{4}-\d\d-\d\d\.ipynb$/)
    expect(readFileSync(join(server.root, json.kept), 'utf8')).toBe('mine')
    expect(readFileSync(copy(), 'utf8')).toContain('Backpropagation')
  })

  it('answers 404 for a chapter that is not there, and names those that are', async () => {
    for (const name of ['99-none', '..%2F..%2Fnotebooks%2F06-backprop', '__proto__']) {
      const { status, json } = await post(`${name}/open`)
      expect(status).toBe(404)
      expect(Object.keys(json).sort()).toEqual(['message', 'reason'])
    }
    expect((await post('99-none/open')).json.message).toContain('06-backprop')
  })

  it('answers 400 for an update without a choice that there is', async () => {
    for (const body of ['', '{}', '{"choice": "all"}', '{"choice": ["beside"]}', '[1]', '{'])
      expect((await post(`${chapter}/update`, body)).status).toBe(400)
    expect((await post(`${chapter}/update`, '{"choice": "neither"}')).status).toBe(200)
  })
})
