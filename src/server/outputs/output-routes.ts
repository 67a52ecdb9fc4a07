import { Hono } from 'hono'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { optionalText } from '../http/optional-text.js'
import { readJson } from '../http/read-json.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'

/** `backprop/api/outputs`: what the cells of a notebook gave, for a page that was not there to see it. */
export function outputRoutes({ outputs }: Pick<Services, 'outputs'>): Hono {
  return new Hono()
    .get('/backprop/api/outputs', (c) => {
      const [client, run] = [c.req.query('client'), c.req.query('run')]
      return c.json(
        outputs.of(needed(c.req.query('path'), 'path'), {
          ...(client === undefined ? {} : { client }),
          ...(run === undefined ? {} : { run }),
        }),
      )
    })
    .post('/backprop/api/outputs/shown', async (c) => {
      const body = await readJson(c)
      const path = needed(optionalText(body, 'path'), 'path')
      const client = needed(optionalText(body, 'client'), 'client')
      outputs.shown(path, client, ids(body, 'runs'))
      return c.body(null, 204)
    })
    .post('/backprop/api/outputs/cells', async (c) => {
      const body = await readJson(c)
      const path = needed(optionalText(body, 'path'), 'path')
      outputs.changed(path, { deleted: ids(body, 'deleted'), restored: ids(body, 'restored') })
      return c.body(null, 204)
    })
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new HttpError(400, `${name} is missing.`, 'Bad Request')
  return value
}

function ids(body: JsonObject, name: string): readonly string[] {
  const list = body[name] ?? []
  if (Array.isArray(list) && list.every((id) => typeof id === 'string')) return list
  throw new HttpError(400, `${name} should be a list of ids, each a string.`, 'Bad Request')
}
