import { type Context, Hono } from 'hono'
import { readJson } from '../http/read-json.js'
import { pathAfter } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'
import type { PluginSchema } from './plugin-schema.js'

const prefix = '/lab/api/settings'

/** Characters of one plugin's settings. */
const longest = 1_000_000

/** `lab/api/settings`: what can be set, from schemas made at build, and what the person has set, as JSON5. */
export function settingsRoutes({ stores, schemas }: Pick<Services, 'stores' | 'schemas'>): Hono {
  const list = async (c: Context) => {
    const all = await schemas()
    if (c.req.query('ids_only') === 'true') return c.json({ settings: all.map(({ id }) => ({ id })) })
    const settings = await Promise.all(all.map(modelOf))
    return c.json({ settings, warnings: [] })
  }

  const modelOf = async ({ id, schema, version }: PluginSchema) => {
    const saved = await stores.settings.get(id)
    return {
      id,
      schema,
      version,
      raw: saved?.text ?? '{}',
      settings: saved === undefined ? {} : await valuesOf(saved.text),
      created: saved?.created ?? null,
      last_modified: saved?.last_modified ?? null,
    }
  }

  const pluginOf = async (c: Context): Promise<PluginSchema> => {
    const id = pathAfter(prefix, c.req.path)
    const found = (await schemas()).find((each) => each.id === id)
    if (found === undefined)
      throw new HttpError(404, `There is no plugin ${id} with settings.`, 'Schema not found')
    return found
  }

  return new Hono()
    .get(prefix, list)
    .get(`${prefix}/`, list)
    .get(`${prefix}/*`, async (c) => c.json(await modelOf(await pluginOf(c))))
    .put(`${prefix}/*`, async (c) => {
      const plugin = await pluginOf(c)
      const { raw } = await readJson(c)
      if (typeof raw !== 'string' || raw.length > longest) {
        throw new HttpError(
          400,
          'The body should be {"raw": "…"}, with the settings as JSON5 text.',
          'Bad settings',
        )
      }
      // The validator is needed at a save only, and costs a tenth of the server's start.
      const { checkSettings } = await import('./check-settings.js')
      checkSettings(raw, plugin)
      await stores.settings.set(plugin.id, raw)
      return c.body(null, 204)
    })
}

/** What was saved was checked then; what somebody has broken since counts as nothing set. */
async function valuesOf(raw: string): Promise<unknown> {
  const { default: json5 } = await import('json5')
  try {
    return raw.trim() === '' ? {} : json5.parse(raw)
  } catch {
    return {}
  }
}
