import { Hono } from 'hono'
import { HttpError } from '../http-error.js'
import { favicon } from './favicons.js'
import type { PageFiles } from './page-files.js'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** A file's name carries a hash of what is in it, so a browser never has to ask twice. */
const forEver = 'public, max-age=31536000, immutable'

/** `static/app/<name>` and the icons: the same for everybody, and given to everybody. */
export function staticRoutes({ page }: { readonly page: PageFiles }): Hono {
  const routes = new Hono()
  routes.get('/static/app/:name', async (c) => {
    const name = c.req.param('name')
    const type = types[/^[\w-]+(?:\.[\w-]+)*\.(\w+)$/.exec(name)?.[1] ?? '']
    const file = type === undefined ? undefined : await page.file(name)
    if (type === undefined || file === undefined)
      throw new HttpError(404, `There is no file ${name} in the page.`, 'Not Found')
    const headers = new Headers({
      'content-type': type,
      'cache-control': forEver,
      etag: `"${name}"`,
      vary: 'accept-encoding',
    })
    if (c.req.header('if-none-match') === `"${name}"`) return new Response(null, { status: 304, headers })
    const isPacked = file.packed !== undefined && /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
    if (isPacked) headers.set('content-encoding', 'br')
    return new Response(isPacked ? file.packed : file.bytes, { headers })
  })
  routes.get('/static/favicons/:name', (c) => icon(c.req.param('name')))
  routes.get('/favicon.ico', () => icon('favicon.ico'))
  return routes
}

/** Named `.ico` as Jupyter's page names them; browsers go by the type. */
function icon(name: string): Response {
  if (!/^favicon[\w-]*\.ico$/.test(name)) throw new HttpError(404, `There is no icon ${name}.`, 'Not Found')
  return new Response(favicon(name.includes('busy')), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  })
}
