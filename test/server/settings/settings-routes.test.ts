import { expect, it } from 'vitest'
import { settingsRoutes } from '../../../src/server/settings/settings-routes.js'
import { translationRoutes } from '../../../src/server/settings/translation-routes.js'
import { memoryStores } from '../../support/memory-store.js'
import { withErrors } from '../../support/with-errors.js'

const id = '@jupyterlab/notebook-extension:tracker'
const schema = {
  type: 'object',
  properties: { size: { type: 'number', default: 12 } },
  additionalProperties: false,
  'jupyter.lab.shortcuts': [],
}
const routes = withErrors(
  settingsRoutes({
    stores: memoryStores(),
    schemas: async () => [{ id, schema, version: '4.6.4' }],
  }),
)
const put = (raw: unknown, plugin = id) =>
  routes.request(`/lab/api/settings/${plugin}`, { method: 'PUT', body: JSON.stringify({ raw }) })

it('all settings come with their schemas, or their ids alone', async () => {
  const all = await (await routes.request('/lab/api/settings')).json()
  expect(all.settings).toMatchObject([{ id, schema, version: '4.6.4', raw: '{}' }])
  const ids = await (await routes.request('/lab/api/settings?ids_only=true')).json()
  expect(ids.settings).toEqual([{ id }])
})

it('settings are JSON5 and come back as they were written, comments included', async () => {
  const raw = '{\n  // larger\n  size: 14,\n}'
  expect((await put(raw)).status).toBe(204)
  expect(await (await routes.request(`/lab/api/settings/${id}`)).json()).toMatchObject({
    id,
    raw,
    settings: { size: 14 },
  })
})

it('settings that do not fit the schema are refused with the reason, and the old ones stay', async () => {
  await put('{ size: 14 }')
  for (const [raw, why] of [
    ['{ size: "large" }', '/size must be number'],
    ['{ colour: 1 }', 'additional properties'],
    ['{ size: ', 'invalid'],
    ['[]', 'must be object'],
    [3, 'JSON5 text'],
  ] as const) {
    const answer = await put(raw)
    expect(answer.status).toBe(400)
    expect((await answer.text()).toLowerCase()).toContain(why.toLowerCase())
  }
  expect((await (await routes.request(`/lab/api/settings/${id}`)).json()).raw).toBe('{ size: 14 }')
})

it('a plugin without settings is not found', async () => {
  expect((await put('{}', 'no/such:plugin')).status).toBe(404)
  expect((await routes.request('/lab/api/settings/..%2f..%2fetc')).status).toBe(400)
})

it('the page speaks English and is told when another language is asked for', async () => {
  const translations = withErrors(translationRoutes())
  expect(await (await translations.request('/lab/api/translations')).json()).toMatchObject({
    data: { en: { displayName: 'English' } },
  })
  expect((await (await translations.request('/lab/api/translations/en')).json()).message).toBe('')
  expect((await (await translations.request('/lab/api/translations/de_DE')).json()).message).toContain(
    'de_DE',
  )
  expect((await translations.request('/lab/api/translations/%3Cscript%3E')).status).toBe(400)
})
