import { Hono } from 'hono'
import { optionalText } from '../http/optional-text.js'
import { readJson } from '../http/read-json.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'

/** `backprop/api/outputs`: what the cells of a notebook gave, for a page that was not there to see it. */
export function outputRoutes({ outputs }: Pick<Services, 'outputs'>): Hono {
  return new Hono()
    .get('/backprop/api/outputs', (c) =>
      c.json(outputs.of(needed(c.req.query('path'), 'path'), c.req.query('client'))),
    )
    .post('/backprop/api/outputs/shown', async (c) => {
      const body = await readJson(c)
      const path = needed(optionalText(body, 'path'), 'path')
      const client = needed(optionalText(body, 'client'), 'client')
      const runs = body['runs']
      if (!Array.isArray(runs) || !runs.every((run) => typeof run === 'string')) {
        throw new HttpError(400, 'runs should be a list of the ids of runs.', 'Bad Request')
      }
      outputs.shown(path, client, runs)
      return c.body(null, 204)
    })
    .delete('/backprop/api/outputs/:run', (c) => {
      outputs.dismiss(needed(c.req.query('path'), 'path'), c.req.param('run'))
      return c.body(null, 204)
    })
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new HttpError(400, `${name} is missing.`, 'Bad Request')
  return value
}
