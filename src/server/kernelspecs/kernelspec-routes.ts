import { type Context, Hono } from 'hono'
import { decodeSegment, encodePath } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import type { KernelspecInfo, Services } from '../services.js'

/** `api/kernelspecs`, and the files that a kernel brings, such as its logo. */
export function kernelspecRoutes({ kernelspecs, baseUrl }: Pick<Services, 'kernelspecs' | 'baseUrl'>): Hono {
  const addressOf = (name: string, file: string) =>
    `${baseUrl}kernelspecs/${encodePath(name)}/${encodePath(file)}`
  const model = ({ name, spec, resources }: KernelspecInfo) => ({
    name,
    spec,
    resources: Object.fromEntries(
      Object.entries(resources).map(([key, file]) => [key, addressOf(name, file)]),
    ),
  })
  const list = async (c: Context) => {
    const all = await kernelspecs.list()
    return c.json({
      default: kernelspecs.default,
      kernelspecs: Object.fromEntries(all.map((each) => [each.name, model(each)])),
    })
  }
  return new Hono()
    .get('/api/kernelspecs', list)
    .get('/api/kernelspecs/', list)
    .get('/api/kernelspecs/:name', async (c) => {
      const name = decodeSegment(c.req.path.slice('/api/kernelspecs/'.length))
      const found = (await kernelspecs.list()).find((each) => each.name === name)
      if (found === undefined) throw new HttpError(404, `Kernel spec ${name} not found`, 'Not Found')
      return c.json(model(found))
    })
    .get('/kernelspecs/:name/:file', async (c) => {
      const [name = '', file = ''] = c.req.path.slice('/kernelspecs/'.length).split('/').map(decodeSegment)
      const { bytes, mimetype } = await kernelspecs.resource(name, file)
      return new Response(bytes, {
        headers: {
          'content-type': mimetype,
          'cache-control': 'private, max-age=3600',
          'content-security-policy': 'sandbox',
        },
      })
    })
}
