import { setTimeout as delay } from 'node:timers/promises'
import {
  ContentsManager,
  Drive,
  EventManager,
  ServerConnection,
  SettingManager,
  WorkspaceManager,
} from '@jupyterlab/services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startTestServer, type TestServer } from '../support/test-server.js'

describe("JupyterLab's own client, given the server's URL and token", () => {
  let server: TestServer
  let serverSettings: ServerConnection.ISettings
  let contents: ContentsManager
  beforeAll(async () => {
    server = await startTestServer({ baseUrl: '/a b/' })
    serverSettings = ServerConnection.makeSettings({
      baseUrl: server.url,
      appUrl: 'lab',
      wsUrl: server.url.replace(/^http/, 'ws'),
      token: server.token,
      appendToken: true,
      // The types are those of a browser; what is used of it ws has, too.
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    contents = new ContentsManager({ defaultDrive: new Drive({ serverSettings }), serverSettings })
  })
  afterAll(async () => {
    contents.dispose()
    await server.close()
  })

  it('makes, saves, opens, renames, copies and deletes notebooks and files', async () => {
    const folder = await contents.newUntitled({ type: 'directory' })
    const made = await contents.newUntitled({ path: folder.path, type: 'notebook' })
    expect(made.path).toBe('Untitled Folder/Untitled.ipynb')
    const { content } = await contents.get(made.path)
    content.cells.push({ cell_type: 'markdown', id: 'a', metadata: {}, source: 'é' })
    await contents.save(made.path, { type: 'notebook', format: 'json', content })
    expect((await contents.get(made.path)).content.cells[0].source).toBe('é')
    const renamed = await contents.rename(made.path, 'a #1 ?.ipynb')
    const copied = await contents.copy(renamed.path, folder.path)
    expect(copied.path).toBe('Untitled Folder/a #1 ?.ipynb')
    await contents.save('text.txt', { type: 'file', format: 'text', content: 'x' })
    expect((await contents.get('')).content.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Untitled Folder',
      'a #1 ?.ipynb',
      'text.txt',
    ])
    expect(await contents.getDownloadUrl('a #1 ?.ipynb')).toContain('/a%20b/files/a%20%231%20%3F.ipynb')
    for (const path of [copied.path, folder.path, 'text.txt']) await contents.delete(path)
    await expect(contents.get('text.txt')).rejects.toMatchObject({ response: { status: 404 } })
  })

  it('keeps a checkpoint and goes back to it', async () => {
    const save = (content: string) => contents.save('kept.txt', { type: 'file', format: 'text', content })
    await save('first')
    const { id } = await contents.createCheckpoint('kept.txt')
    await save('second')
    expect(await contents.listCheckpoints('kept.txt')).toMatchObject([{ id }])
    await contents.restoreCheckpoint('kept.txt', id)
    expect((await contents.get('kept.txt')).content).toBe('first')
    await contents.deleteCheckpoint('kept.txt', id)
    expect(await contents.listCheckpoints('kept.txt')).toEqual([])
  })

  it('hears on its event stream of a save', async () => {
    const events = new EventManager({ serverSettings })
    const heard = new Promise<unknown>((resolve) => {
      events.stream.connect((_, event) => resolve(event))
    })
    // The stream has no sign of being open, so saves go on until one is heard.
    let event: unknown
    while (event === undefined) {
      await contents.save('heard.txt', { type: 'file', format: 'text', content: 'x' })
      event = await Promise.race([heard, delay(50)])
    }
    expect(event).toMatchObject({ action: 'save', path: 'heard.txt' })
    events.dispose()
  })

  it('reads and writes workspaces and settings', async () => {
    const workspaces = new WorkspaceManager({ serverSettings })
    await workspaces.save('w', { data: { x: 1 }, metadata: { id: 'w' } })
    expect((await workspaces.fetch('w')).data).toEqual({ x: 1 })
    expect((await workspaces.list()).ids).toEqual(['w'])
    await workspaces.remove('w')
    const settings = new SettingManager({ serverSettings })
    const [id] = (await settings.list()).ids
    if (id !== undefined) {
      await settings.save(id, '{ /* none */ }')
      expect((await settings.fetch(id)).raw).toBe('{ /* none */ }')
    }
  })
})
