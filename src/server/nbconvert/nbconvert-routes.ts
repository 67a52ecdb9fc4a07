import { type Context, Hono } from 'hono'
import type { Notebook } from '../../jupyter/notebook/notebook.js'
import { attachment } from '../http/attachment.js'
import { pathAfter } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'
import { notebookScript } from './notebook-script.js'

/**
 * The page's own scripts draw its charts and set its theme; the sandbox keeps it from everything else on this server,
 * and its own policy allows no other script.
 */
const policy = "sandbox allow-scripts allow-downloads allow-popups; frame-ancestors 'self'"

/** `nbconvert/<format>/<path>`: a notebook as a page or as a script, without Python. */
export function nbconvertRoutes({ contents }: Pick<Services, 'contents'>): Hono {
  const notebookAt = async (path: string): Promise<Notebook> => {
    const model = await contents.get(path, { type: 'notebook' })
    // The contents of a notebook are a notebook: reading checked it.
    return model.content as unknown as Notebook
  }

  const convert = async (c: Context) => {
    const [, format = ''] = /^\/nbconvert\/([^/]+)/.exec(c.req.path) ?? []
    const path = pathAfter(`/nbconvert/${format}`, c.req.path)
    if (format !== 'html' && format !== 'script') {
      throw new HttpError(404, 'A notebook can be exported as html or script.', 'No such exporter')
    }
    const notebook = await notebookAt(path)
    const name = (path.split('/').at(-1) ?? path).replace(/\.ipynb$/, '')
    if (format === 'script') {
      const { text, extension } = notebookScript(notebook)
      return new Response(text, {
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'content-security-policy': 'sandbox',
          'content-disposition': attachment(`${name}${extension}`),
        },
      })
    }
    const { singlePage } = await import('../../export/index.js')
    const headers = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    if (/^(?:1|true)$/i.test(c.req.query('download') ?? '')) {
      headers.set('content-disposition', attachment(`${name}.html`))
    }
    return new Response(await singlePage({ name, notebook }), { headers })
  }

  return new Hono()
    .get('/nbconvert/*', convert)
    .get('/api/nbconvert', (c) =>
      c.json({ html: { output_mimetype: 'text/html' }, script: { output_mimetype: 'text/plain' } }),
    )
}
