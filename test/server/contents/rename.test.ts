import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { replaceFsCall } from '../../support/fs-calls.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

let server: TestServer
let folder: string
let putBack = () => {}
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  folder = await mkdtemp(join(server.root, 'rename-'))
})
afterEach(async () => {
  putBack()
  putBack = () => {}
  await rm(folder, { recursive: true })
})

const at = (...names: string[]) => join(folder, ...names)
const text = (name: string) => readFileSync(at(name), 'utf8')
const rename = async (from: string, to: string) => {
  const below = folder.slice(server.root.length + 1)
  const answer = await server.ask(`api/contents/${below}/${from}`, {
    method: 'PATCH',
    body: JSON.stringify({ path: `${below}/${to}` }),
  })
  return answer.status
}

/** Does `work` once, as soon as somebody looks whether one of the test's files is there. */
function atFirstLook(work: () => void): void {
  let done = false
  putBack = replaceFsCall('lstat', (stock) => async (...args) => {
    const found = await Promise.resolve(stock(...args)).catch((error: unknown) => error)
    if (!done && String(args[0]).startsWith(folder)) {
      done = true
      work()
    }
    if (found instanceof Error) throw found
    return found
  })
}

const withoutSecondNames = () =>
  replaceFsCall('link', () => () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })))

describe('a rename', () => {
  it('does not write over a file that is made at the same instant', async () => {
    writeFileSync(at('a.txt'), 'mine')
    atFirstLook(() => writeFileSync(at('b.txt'), 'another’s'))
    expect(await rename('a.txt', 'b.txt')).toBe(409)
    expect([text('a.txt'), text('b.txt')]).toEqual(['mine', 'another’s'])
  })

  it('of a folder does not take the place of one that is made at the same instant', async () => {
    mkdirSync(at('a'))
    writeFileSync(at('a', 'x.txt'), 'mine')
    atFirstLook(() => mkdirSync(at('b')))
    expect(await rename('a', 'b')).toBe(409)
    expect([readdirSync(at('a')), readdirSync(at('b'))]).toEqual([['x.txt'], []])
  })

  it('moves a folder with all that is in it, and not into itself', async () => {
    mkdirSync(at('a'))
    writeFileSync(at('a', 'x.txt'), 'mine')
    expect(await rename('a', 'a/b')).toBe(400)
    expect(await rename('a', 'b')).toBe(200)
    expect([readdirSync(folder), readdirSync(at('b'))]).toEqual([['b'], ['x.txt']])
  })

  it('leaves what another program saves under the old name at the same instant', async () => {
    writeFileSync(at('a.txt'), 'old')
    putBack = replaceFsCall('link', (stock) => async (...args) => {
      await stock(...args)
      writeFileSync(at('next'), 'newer')
      renameSync(at('next'), at('a.txt'))
    })
    await rename('a.txt', 'b.txt')
    expect([text('a.txt'), text('b.txt')]).toEqual(['newer', 'old'])
  })

  it('works where files have no second names, and there does not write over anything either', async () => {
    putBack = withoutSecondNames()
    writeFileSync(at('a.txt'), 'mine')
    writeFileSync(at('b.txt'), 'another’s')
    expect(await rename('a.txt', 'b.txt')).toBe(409)
    expect([text('a.txt'), text('b.txt')]).toEqual(['mine', 'another’s'])
    expect(await rename('a.txt', 'c.txt')).toBe(200)
    expect([existsSync(at('a.txt')), text('c.txt')]).toEqual([false, 'mine'])
  })

  it('moves a link and not what it leads to', async () => {
    writeFileSync(at('a.txt'), 'mine')
    symlinkSync('a.txt', at('link.txt'))
    expect(await rename('link.txt', 'other.txt')).toBe(200)
    expect([readlinkSync(at('other.txt')), text('a.txt')]).toEqual(['a.txt', 'mine'])
  })

  it('of a link to the name of what it leads to leaves both as they are', async () => {
    writeFileSync(at('a.txt'), 'mine')
    symlinkSync('a.txt', at('link.txt'))
    expect(await rename('link.txt', 'a.txt')).toBe(409)
    expect(await rename('a.txt', 'link.txt')).toBe(409)
    expect([text('a.txt'), readlinkSync(at('link.txt'))]).toEqual(['mine', 'a.txt'])
  })

  it('that meets a save under the new name loses neither', async () => {
    const below = folder.slice(server.root.length + 1)
    const put = (name: string) =>
      server.ask(`api/contents/${below}/${name}`, {
        method: 'PUT',
        body: JSON.stringify({ type: 'file', format: 'text', content: 'saved' }),
      })
    writeFileSync(at('a.txt'), 'mine')
    const [renamed] = await Promise.all([rename('a.txt', 'b.txt'), put('b.txt')])
    expect(text('b.txt')).toBe('saved')
    if (renamed === 409) expect(text('a.txt')).toBe('mine')
  })
})

describe('something new', () => {
  it('does not write over what is saved under its name meanwhile', async () => {
    const below = folder.slice(server.root.length + 1)
    atFirstLook(() => writeFileSync(at('Untitled.ipynb'), 'another’s'))
    const answer = await server.ask(`api/contents/${below}`, {
      method: 'POST',
      body: JSON.stringify({ type: 'notebook' }),
    })
    expect(await answer.json()).toMatchObject({ name: 'Untitled1.ipynb' })
    expect(text('Untitled.ipynb')).toBe('another’s')
  })
})

describe('two saves that grew from one version', () => {
  it('do not both win, though one comes by a link', async () => {
    const below = folder.slice(server.root.length + 1)
    writeFileSync(at('a.txt'), 'old')
    symlinkSync('a.txt', at('link.txt'))
    const { hash } = await (await server.ask(`api/contents/${below}/a.txt?hash=1`)).json()
    const save = async (name: string) => {
      const answer = await server.ask(`api/contents/${below}/${name}`, {
        method: 'PUT',
        headers: { authorization: `token ${server.token}`, 'x-backprop-base': hash },
        body: JSON.stringify({ type: 'file', format: 'text', content: name }),
      })
      return answer.status
    }
    const statuses = await Promise.all(['a.txt', 'link.txt', 'a.txt', 'link.txt'].map(save))
    expect(statuses.sort()).toEqual([200, 409, 409, 409])
  })
})
