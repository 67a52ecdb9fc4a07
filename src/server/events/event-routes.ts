import { Hono } from 'hono'
import { isObject } from '../../jupyter/notebook/is-object.js'
import { contentsSchema } from '../contents/contents-event.js'
import { readJson } from '../http/read-json.js'
import { socketOnly } from '../http/socket-only.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'

/** Schemas that events of clients may have. */
const known: readonly string[] = [contentsSchema]

/** `api/events`: a client's own event, told to everybody who listens on `api/events/subscribe`. */
export function eventRoutes({ events }: Pick<Services, 'events'>): Hono {
  const routes = new Hono().get('/api/events/subscribe', () => {
    throw socketOnly()
  })
  return routes.post('/api/events', async (c) => {
    const { schema_id: schema, version, data } = await readJson(c)
    const hasVersion = typeof version === 'string' || typeof version === 'number'
    if (typeof schema !== 'string' || !hasVersion || !isObject(data)) {
      throw new HttpError(
        400,
        'An event should be {"schema_id": "…", "version": "…", "data": {…}}.',
        'Bad event',
      )
    }
    if (!known.includes(schema)) {
      throw new HttpError(400, `There is no schema ${schema}. Known: ${known.join(', ')}.`, 'Bad event')
    }
    events.emit({
      ...data,
      schema_id: schema,
      schema_version: String(version),
      metadata_version: 1,
      timestamp: new Date().toISOString(),
    })
    return c.body(null, 204)
  })
}
