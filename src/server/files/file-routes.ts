import { type Context, Hono } from 'hono'
import { attachment } from '../http/attachment.js'
import { pathAfter } from '../http/request-path.js'
import type { Services } from '../services.js'

const prefix = '/files'

/**
 * Somebody's file can be anything: the sandbox takes its scripts, its forms and its origin away, so that what it shows
 * cannot act as the page does.
 */
const policy =
  "sandbox; default-src 'none'; img-src 'self' data: blob:; media-src 'self' data: blob:; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

/** `files/<path>`: a file as it is, to look at or, with `?download=1`, to keep. */
export function fileRoutes({ contents }: Pick<Services, 'contents'>): Hono {
  const get = async (c: Context) => {
    const path = pathAfter(prefix, c.req.path)
    const { name, size, stream, mimetype } = await contents.open(path, c.req.raw.signal)
    const isNotebook = name.endsWith('.ipynb')
    const type = isNotebook ? 'application/x-ipynb+json' : (mimetype ?? 'application/octet-stream')
    const headers = new Headers({
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-length': String(size),
      'content-security-policy': policy,
      'cache-control': 'no-store',
    })
    if (isNotebook || isYes(c.req.query('download'))) headers.set('content-disposition', attachment(name))
    return new Response(stream, { headers })
  }
  return new Hono().get(prefix, get).get(`${prefix}/*`, get)
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|true|yes|)$/i.test(value)
}
