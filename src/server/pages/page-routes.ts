import { type Context, Hono } from 'hono'
import type { Notebook } from '../../jupyter/notebook/notebook.js'
import { logUnexpected } from '../http/error-answer.js'
import { encodePath, pathAfter } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'
import { earlyRequests } from './early-requests.js'
import { type PageName, pageData } from './page-data.js'
import { pageHtml } from './page-html.js'
import { pagePolicy } from './policy.js'

/** The pages: `tree`, `tree/<folder>`, `notebooks/<path>`, `edit/<path>`. Everything else they do is their script's. */
export function pageRoutes(services: Services): Hono {
  const { baseUrl } = services
  const routes = new Hono()
  for (const page of ['tree', 'notebooks', 'edit'] as const) {
    routes.get(`/${page}/*`, (c) => show(c, page, services))
  }
  routes.get('/tree', (c) => show(c, 'tree', services))
  routes.get('/', async (c) =>
    c.redirect(`${baseUrl}${encodePath(await services.startPage().catch(() => 'tree'))}`),
  )
  for (const path of ['/notebooks', '/edit', '/lab']) {
    routes.get(path, (c) => c.redirect(`${baseUrl}tree`))
  }
  // Addresses of JupyterLab, which other programs may hold.
  routes.get('/lab/tree/*', (c) => {
    const path = pathAfter('/lab/tree', c.req.path)
    return c.redirect(`${baseUrl}${path.endsWith('.ipynb') ? 'notebooks' : 'edit'}/${encodePath(path)}`)
  })
  return routes
}

async function show(c: Context, page: PageName, services: Services): Promise<Response> {
  const path = pathAfter(`/${page}`, c.req.path)
  const nonce = randomNonce()
  const html = pageHtml({
    page,
    nonce,
    title: path === '' ? 'Backprop Notebooks' : nameOf(path),
    baseUrl: services.baseUrl,
    data: pageData(page, path, services),
    early: earlyRequests(page, path, services.baseUrl),
    manifest: await services.page.manifest(),
    firstView: page === 'notebooks' ? await firstViewOf(path, services) : '',
  })
  return c.html(html, 200, { 'content-security-policy': pagePolicy(nonce) })
}

/** What cannot be read is told by the page itself, which asks for it again. */
async function firstViewOf(path: string, { contents, log }: Services): Promise<string> {
  if (!path.endsWith('.ipynb')) return ''
  try {
    const { content } = await contents.get(path, { type: 'notebook' })
    // It brings all that typesets and colours, which the server's start need not wait for.
    const { firstView } = await import('./first-view/first-view.js')
    // With this type, contents gives a notebook that it has checked.
    return firstView(content as unknown as Notebook, nameOf(path).slice(0, -'.ipynb'.length))
  } catch (error) {
    if (!(error instanceof HttpError)) logUnexpected(error, log)
    return ''
  }
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}

function randomNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
}
