import { Hono } from 'hono'
import { optionalText } from '../http/optional-text.js'
import { readJson } from '../http/read-json.js'
import { socketOnly } from '../http/socket-only.js'
import type { Services } from '../services.js'

/** `api/kernels`: the running kernels, as Jupyter Server has them. */
export function kernelRoutes({ kernels, baseUrl }: Pick<Services, 'kernels' | 'baseUrl'>): Hono {
  return new Hono()
    .get('/api/kernels', async (c) => c.json(await kernels.list()))
    .post('/api/kernels', async (c) => {
      const body = await readJson(c)
      const name = optionalText(body, 'name')
      const path = optionalText(body, 'path')
      const model = await kernels.start({
        ...(name === undefined ? {} : { name }),
        ...(path === undefined ? {} : { path }),
      })
      return c.json(model, 201, { Location: `${baseUrl}api/kernels/${model.id}` })
    })
    .get('/api/kernels/:id', async (c) => c.json(await kernels.get(c.req.param('id'))))
    .get('/api/kernels/:id/channels', () => {
      throw socketOnly()
    })
    .delete('/api/kernels/:id', async (c) => {
      await kernels.shutdown(c.req.param('id'))
      return c.body(null, 204)
    })
    .post('/api/kernels/:id/interrupt', async (c) => {
      await kernels.interrupt(c.req.param('id'))
      return c.body(null, 204)
    })
    .post('/api/kernels/:id/restart', async (c) => c.json(await kernels.restart(c.req.param('id'))))
}
