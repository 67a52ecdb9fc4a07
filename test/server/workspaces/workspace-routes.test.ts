import { expect, it } from 'vitest'
import { workspaceRoutes } from '../../../src/server/workspaces/workspace-routes.js'
import { memoryStore, memoryStores } from '../../support/memory-store.js'
import { withErrors } from '../../support/with-errors.js'

const put = (routes: ReturnType<typeof workspaceRoutes>, id: string, workspace: unknown) =>
  routes.request(`/lab/api/workspaces/${id}`, { method: 'PUT', body: JSON.stringify(workspace) })

it('a workspace is kept, listed and removed', async () => {
  const routes = withErrors(workspaceRoutes({ stores: memoryStores() }))
  const workspace = { data: { 'layout:x': 1 }, metadata: { id: 'nb-default' } }
  expect((await put(routes, 'nb-default', workspace)).status).toBe(204)
  expect(await (await routes.request('/lab/api/workspaces/nb-default')).json()).toMatchObject(workspace)
  expect(await (await routes.request('/lab/api/workspaces')).json()).toMatchObject({
    workspaces: { ids: ['nb-default'], values: [workspace] },
  })
  const remove = () => routes.request('/lab/api/workspaces/nb-default', { method: 'DELETE' })
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
})

it('one that was never saved, or that somebody broke, is empty', async () => {
  const workspaces = memoryStore(new Map([['broken', '{']]))
  const routes = withErrors(workspaceRoutes({ stores: { ...memoryStores(), workspaces } }))
  for (const id of ['never', 'broken']) {
    expect(await (await routes.request(`/lab/api/workspaces/${id}`)).json()).toEqual({
      data: {},
      metadata: { id },
    })
  }
})

it('one whose id is not that of the address, or that has no data, is refused', async () => {
  const routes = withErrors(workspaceRoutes({ stores: memoryStores() }))
  for (const [id, workspace] of [
    ['a', { data: {}, metadata: { id: 'b' } }],
    ['a', { metadata: { id: 'a' } }],
    ['a', []],
    ['x'.repeat(200), { data: {}, metadata: { id: 'x'.repeat(200) } }],
  ] as const) {
    expect((await put(routes, id, workspace)).status).toBe(400)
  }
})
