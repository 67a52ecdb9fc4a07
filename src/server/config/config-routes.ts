import { type Context, Hono } from 'hono'
import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject, JsonValue } from '../../jupyter/notebook/notebook.js'
import { readJson } from '../http/read-json.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'

/** `api/config/<section>`: objects that clients keep here. */
export function configRoutes({ stores: { config } }: Pick<Services, 'stores'>): Hono {
  const read = async (section: string): Promise<JsonObject> => {
    const stored = await config.get(section)
    try {
      const value: unknown = JSON.parse(stored?.text ?? '{}')
      return isObject(value) ? value : {}
    } catch {
      return {}
    }
  }
  return new Hono()
    .get('/api/config/:section', async (c) => c.json(await read(sectionOf(c))))
    .put('/api/config/:section', async (c) => {
      const section = sectionOf(c)
      await config.set(section, JSON.stringify(await readJson(c)))
      return c.body(null, 204)
    })
    .patch('/api/config/:section', async (c) => {
      const section = sectionOf(c)
      const merged = merge(await read(section), await readJson(c))
      await config.set(section, JSON.stringify(merged))
      return c.json(merged)
    })
}

function sectionOf(c: Context): string {
  const section = c.req.param('section') ?? ''
  if (/^[\w.-]{1,64}$/.test(section)) return section
  throw new HttpError(400, 'A section is called by letters, digits, dots and hyphens.', 'Bad section')
}

/** As Jupyter's `recursive_update`: objects are merged, null removes. */
function merge(target: JsonObject, changes: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue | undefined>(Object.entries(target))
  for (const [key, value] of Object.entries(changes)) {
    const old = merged.get(key)
    if (value === null) merged.delete(key)
    else merged.set(key, isObject(value) ? merge(isObject(old) ? old : {}, value) : value)
  }
  return Object.fromEntries(merged)
}
