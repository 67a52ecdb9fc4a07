import { type Context, Hono } from 'hono'
import { aboutRoutes } from './about/about-routes.js'
import { configRoutes } from './config/config-routes.js'
import { contentsRoutes } from './contents/contents-routes.js'
import { courseRoutes } from './course/course-routes.js'
import { eventRoutes } from './events/event-routes.js'
import { fileRoutes } from './files/file-routes.js'
import { errorAnswer, logUnexpected } from './http/error-answer.js'
import { pathBelow } from './http/request-path.js'
import { HttpError } from './http-error.js'
import { kernelRoutes } from './kernels/kernel-routes.js'
import { kernelspecRoutes } from './kernelspecs/kernelspec-routes.js'
import { nbconvertRoutes } from './nbconvert/nbconvert-routes.js'
import { outputRoutes } from './outputs/output-routes.js'
import { pageRoutes } from './pages/page-routes.js'
import { staticRoutes } from './pages/static-routes.js'
import { admission } from './security/admission.js'
import { addHeaders } from './security/headers.js'
import { loginRoutes } from './security/login-routes.js'
import type { Services } from './services.js'
import { sessionRoutes } from './sessions/session-routes.js'
import { settingsRoutes } from './settings/settings-routes.js'
import { translationRoutes } from './settings/translation-routes.js'
import { workspaceRoutes } from './workspaces/workspace-routes.js'

/** The whole server as a function: what is asked below the base URL, checked and answered. */
export interface ServerApp {
  fetch(request: Request): Promise<Response>
}

/** The rooms of the API, each a line. Whoever asks has been let in when they are called. */
const areas: readonly ((services: Services) => Hono)[] = [
  aboutRoutes,
  contentsRoutes,
  courseRoutes,
  kernelRoutes,
  sessionRoutes,
  outputRoutes,
  pageRoutes,
  staticRoutes,
  settingsRoutes,
  translationRoutes,
  workspaceRoutes,
  configRoutes,
  eventRoutes,
  kernelspecRoutes,
  fileRoutes,
  nbconvertRoutes,
]

/** Puts the routes together behind the checks that all of them need. */
export function createServerApp(services: Services): ServerApp {
  const { baseUrl } = services
  const app = new Hono({ getPath: (request) => pathBelow(baseUrl, request.url) })
  app.onError((error) => {
    if (!(error instanceof HttpError)) logUnexpected(error, services.log)
    return withHeaders(errorAnswer(error))
  })
  app.notFound((c) => (isOutside(c) ? outside(baseUrl, c) : nothingHere(c, methodsAt(app, c.req.path))))
  app.use(async (c, next) => {
    await next()
    addHeaders(c.res.headers)
  })
  app.use(admission(services))
  app.route('/', loginRoutes(services))
  for (const area of areas) app.route('/', area(services))
  return {
    fetch: async (request) => {
      services.activity.touch()
      return app.fetch(request)
    },
  }
}

function withHeaders(response: Response): Response {
  addHeaders(response.headers)
  return response
}

function isOutside(c: Context): boolean {
  return c.req.path.startsWith('/\0')
}

/** The server's own root leads to the base URL; there is nothing else beside it. */
function outside(baseUrl: string, c: Context): Response {
  const { pathname, search } = new URL(c.req.url)
  const leads = pathname === '/' || `${pathname}/` === baseUrl
  return leads ? c.redirect(baseUrl + search) : errorAnswer(notFound())
}

/** 405 where another method would have found something, else 404. */
function nothingHere(c: Context, allowed: readonly string[]): Response {
  if (allowed.length === 0) return errorAnswer(notFound())
  const message = `${c.req.method} is not for this address.`
  const answer = errorAnswer(new HttpError(405, message, 'Method Not Allowed'))
  answer.headers.set('allow', allowed.join(', '))
  return answer
}

/** The methods that a route at `path` has. */
function methodsAt({ router }: Hono, path: string): readonly string[] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  )
}

function notFound(): HttpError {
  return new HttpError(404, 'There is nothing at this address.', 'Not Found')
}
