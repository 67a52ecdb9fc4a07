import { expect, it } from 'vitest'
import { configRoutes } from '../../../src/server/config/config-routes.js'
import { memoryStores } from '../../support/memory-store.js'
import { withErrors } from '../../support/with-errors.js'

it('a section is an object that PUT replaces and PATCH merges, where null removes', async () => {
  const routes = withErrors(configRoutes({ stores: memoryStores() }))
  const send = (method: string, body: unknown) =>
    routes.request('/api/config/notebook', { method, body: JSON.stringify(body) })
  expect(await (await routes.request('/api/config/notebook')).json()).toEqual({})
  expect((await send('PUT', { a: { b: 1 }, c: 2 })).status).toBe(204)
  const merged = await (await send('PATCH', { a: { d: 3 }, c: null })).json()
  expect(merged).toEqual({ a: { b: 1, d: 3 } })
  expect(await (await routes.request('/api/config/notebook')).json()).toEqual(merged)
  expect((await routes.request('/api/config/a%2fb')).status).toBe(400)
})

it('a key called __proto__ is a key like others and changes no object', async () => {
  const routes = withErrors(configRoutes({ stores: memoryStores() }))
  const body = '{"__proto__": {"polluted": true}}'
  await routes.request('/api/config/x', { method: 'PATCH', body })
  expect(await (await routes.request('/api/config/x')).text()).toBe('{"__proto__":{"polluted":true}}')
  expect({}).not.toHaveProperty('polluted')
})
