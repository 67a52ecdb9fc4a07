import { lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkApiPath } from '../../../src/server/contents/api-path.js'
import { rawRequest } from '../../support/raw-request.js'
import { startTestServer, type TestServer } from '../../support/test-server.js'

describe('paths', () => {
  let server: TestServer
  let headers: Record<string, string>
  beforeAll(async () => {
    server = await startTestServer()
    headers = { authorization: `token ${server.token}` }
    const { root, folder } = server
    await mkdir(join(folder, 'root-evil'))
    await mkdir(join(folder, 'outside'))
    await mkdir(join(root, '.hidden'))
    for (const file of [
      'root-evil/secret.txt',
      'outside/secret.txt',
      'root/.hidden/secret.txt',
      'root/.secret.txt',
    ])
      await writeFile(join(folder, file), 'SECRET')
    await symlink(join(folder, 'root-evil'), join(root, 'to-sibling'))
    await symlink(join(folder, 'outside', 'secret.txt'), join(root, 'to-file.txt'))
    await symlink(join(root, '.hidden'), join(root, 'to-hidden'))
    await symlink('/', join(root, 'to-root'))
    await symlink('to-self', join(root, 'to-self'))
    await mkdir(join(root, 'inside'))
    await writeFile(join(root, 'inside', 'a.txt'), 'a')
    await symlink(join(root, 'inside'), join(root, 'to-inside'))
  })
  afterAll(() => server.close())

  const ask = (path: string, method = 'GET', body?: unknown) =>
    rawRequest(server.port, path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  const traversals = [
    '../root-evil/secret.txt',
    '..%2froot-evil%2fsecret.txt',
    '%2e%2e/root-evil/secret.txt',
    '%2e%2e%2froot-evil%2fsecret.txt',
    '..%5croot-evil%5csecret.txt',
    '..\\root-evil\\secret.txt',
    'inside/../../root-evil/secret.txt',
    'inside/%2e%2e/%2e%2e/root-evil/secret.txt',
    '%252e%252e/root-evil/secret.txt',
    'to-sibling/secret.txt',
    'to-file.txt',
    'to-root/etc/passwd',
    'to-self',
    'to-self/x',
    'to-hidden/secret.txt',
    '.hidden/secret.txt',
    '.secret.txt',
    'inside/%00',
    'a.txt%00.png',
    '%00',
    '/etc/passwd',
    '//etc/passwd',
    '%2fetc%2fpasswd',
    '\\\\server\\share',
    '%5c%5cserver%5cshare',
    '//server/share',
    'C:%5cWindows',
    '%ff%fe',
    '%',
    '%c0%ae%c0%ae/root-evil/secret.txt',
    `${'a'.repeat(300)}.txt`,
    `${'a/'.repeat(3000)}a`,
  ]

  it('no way of writing a path reads what is outside the root, hidden, or not a path: 4xx and no byte of it', async () => {
    for (const path of traversals) {
      for (const prefix of ['api/contents', 'files', 'nbconvert/html', 'nbconvert/script']) {
        const { status, text } = await ask(`/${prefix}/${path}`)
        expect([path, status >= 400 && status < 500]).toEqual([path, true])
        expect([path, text]).toEqual([path, expect.not.stringMatching(/SECRET|root:/)])
      }
    }
  })

  it('no way of writing a path writes, renames, copies, checkpoints or deletes there', async () => {
    const file = { type: 'file', format: 'text', content: 'EVIL' }
    for (const path of traversals.filter((each) => !/^\/|^to-self$/.test(each))) {
      const target = `/api/contents/${path}`
      const answers = [
        await ask(target, 'PUT', file),
        await ask(target, 'POST', { type: 'file' }),
        await ask(target, 'PATCH', { path: 'stolen.txt' }),
        await ask(target, 'DELETE'),
        await ask(`${target}/checkpoints`, 'POST'),
      ]
      for (const { status } of answers) {
        // Percent-encoded twice is a name like others.
        if (path.startsWith('%25')) expect(status).toBeLessThan(500)
        else expect([path, status >= 400 && status < 500]).toEqual([path, true])
      }
    }
    for (const path of [
      '../root-evil/new.txt',
      'to-sibling/new.txt',
      '.new',
      'a\0b',
      '..',
      'to-root/tmp/x',
    ]) {
      expect([path, (await ask('/api/contents/inside/a.txt', 'PATCH', { path })).status >= 400]).toEqual([
        path,
        true,
      ])
      expect([path, (await ask('/api/contents', 'POST', { copy_from: path })).status >= 400]).toEqual([
        path,
        true,
      ])
    }
    for (const name of ['root-evil', 'outside']) {
      expect(await readFile(join(server.folder, name, 'secret.txt'), 'utf8')).toBe('SECRET')
    }
  })

  it('a listing shows no link out of the root and nothing hidden', async () => {
    const { content } = JSON.parse((await ask('/api/contents')).text)
    const names = content.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['inside', 'to-inside']))
    expect(names.filter((name: string) => /^to-(?!inside)|^\./.test(name))).toEqual([])
  })

  it('a link within the root is followed, and a save keeps it a link', async () => {
    await symlink(join(server.root, 'inside', 'a.txt'), join(server.root, 'link.txt'))
    expect(JSON.parse((await ask('/api/contents/to-inside/a.txt')).text).content).toBe('a')
    await ask('/api/contents/link.txt', 'PUT', { type: 'file', format: 'text', content: 'b' })
    expect((await lstat(join(server.root, 'link.txt'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(server.root, 'inside', 'a.txt'), 'utf8')).toBe('b')
    expect((await ask('/api/contents/link.txt', 'DELETE')).status).toBe(204)
    expect(await readFile(join(server.root, 'inside', 'a.txt'), 'utf8')).toBe('b')
  })

  it('a link in the place of the checkpoints leads nowhere', async () => {
    await mkdir(join(server.root, 'linked'))
    await writeFile(join(server.root, 'linked', 'secret.txt'), 'x')
    await symlink(join(server.folder, 'outside'), join(server.root, 'linked', '.ipynb_checkpoints'))
    await writeFile(join(server.folder, 'outside', 'secret-checkpoint.txt'), 'SECRET')
    expect((await ask('/api/contents/linked/secret.txt/checkpoints', 'POST')).status).toBe(403)
    expect((await ask('/api/contents/linked/secret.txt/checkpoints/checkpoint', 'POST')).status).toBe(403)
    expect(await readFile(join(server.root, 'linked', 'secret.txt'), 'utf8')).toBe('x')
    expect(JSON.parse((await ask('/api/contents/linked/secret.txt/checkpoints')).text)).toEqual([])
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] }
    for (const status of [201, 200]) {
      const saved = await ask('/api/contents/linked/n.ipynb', 'PUT', { type: 'notebook', content: notebook })
      expect(saved.status).toBe(status)
    }
    await writeFile(join(server.root, 'moved.txt'), 'x')
    await ask('/api/contents/moved.txt/checkpoints', 'POST')
    expect((await ask('/api/contents/moved.txt', 'PATCH', { path: 'linked/moved.txt' })).status).toBe(200)
    expect((await ask('/api/contents/linked/secret.txt', 'DELETE')).status).toBe(204)
    expect(await readdir(join(server.folder, 'outside'))).toEqual(
      expect.arrayContaining(['secret-checkpoint.txt']),
    )
    expect(await readdir(join(server.folder, 'outside'))).not.toContain('moved-checkpoint.txt')
    await rm(join(server.folder, 'outside', 'secret-checkpoint.txt'))
  })

  it('a link in the place of a checkpoint is neither read nor written through', async () => {
    const secret = join(server.folder, 'outside', 'secret.txt')
    const checkpoint = join(server.root, 'planted', '.ipynb_checkpoints', 'a-checkpoint.txt')
    await mkdir(dirname(checkpoint), { recursive: true })
    await writeFile(join(server.root, 'planted', 'a.txt'), 'x')
    await symlink(secret, checkpoint)
    expect((await ask('/api/contents/planted/a.txt/checkpoints/checkpoint', 'POST')).status).toBe(404)
    expect((await ask('/api/contents/planted/a.txt/checkpoints', 'POST')).status).toBe(201)
    expect(await readFile(secret, 'utf8')).toBe('SECRET')
    expect(await readFile(checkpoint, 'utf8')).toBe('x')
  })

  it('a path that goes up, or holds NUL, a backslash or a lone surrogate, is no path', () => {
    for (const path of ['..', 'a/../b', '.', 'a/./b', 'a\0', 'a\\b', '\n', '\ud800', 'é'.repeat(200)]) {
      expect(() => checkApiPath(path, 'linux'), JSON.stringify(path)).toThrow(/path is not valid/)
    }
    expect(checkApiPath('/a//b/', 'linux')).toEqual(['a', 'b'])
  })

  it('on Windows devices, streams and names that mean other files are no names', () => {
    for (const path of [
      'CON',
      'nul.txt',
      'a/COM1',
      'a:b',
      'a.txt::$DATA',
      'a.',
      'a ',
      'lpt9.log',
      'a?b',
      'C:',
    ]) {
      expect(() => checkApiPath(path, 'win32'), path).toThrow(/path is not valid/)
    }
    expect(checkApiPath('console/a b.txt', 'win32')).toEqual(['console', 'a b.txt'])
  })
})
