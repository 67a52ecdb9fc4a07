import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/test-server.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const chapter = '01-contours-and-gradient'

async function post(action: 'open' | 'reset'): Promise<number> {
  return (await server.ask(`backprop/api/course/${chapter}/${action}`, { method: 'POST' })).status
}

async function save(text: string): Promise<number> {
  const answer = await server.ask(`api/contents/work/${chapter}.ipynb`, {
    method: 'PUT',
    body: JSON.stringify({ type: 'file', format: 'text', content: text }),
  })
  return answer.status
}

it('what is saved while its chapter is reset is in the copy or beside it', async () => {
  await post('open')
  for (let round = 0; round < 20; round++) {
    const text = `notes of round ${round}`
    expect(await Promise.all([save(text), post('reset')])).toEqual([200, 200])
    const work = join(server.root, 'work')
    const names = (await readdir(work)).filter((name) => name.endsWith('.ipynb'))
    const texts = await Promise.all(names.map((name) => readFile(join(work, name), 'utf8')))
    expect(texts).toContain(text)
  }
})
