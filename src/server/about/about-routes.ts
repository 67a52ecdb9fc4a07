import { Hono } from 'hono'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'
import { identity } from './identity.js'
import { openApiSpec } from './spec.js'

/** `api`, `api/status`, `api/me`, `api/shutdown`: what the server says of itself. */
export function aboutRoutes(services: Services): Hono {
  const { version, activity, kernels } = services
  return new Hono()
    .get('/api', (c) => c.json({ version }))
    .get('/api/', (c) => c.json({ version }))
    .get('/api/spec.yaml', (c) =>
      c.body(openApiSpec(version, services.baseUrl), 200, { 'content-type': 'text/x-yaml' }),
    )
    .get('/api/status', async (c) => {
      const running = await kernels.list()
      return c.json({
        started: activity.started.toISOString(),
        last_activity: activity.last.toISOString(),
        kernels: running.length,
        connections: running.reduce((sum, { connections }) => sum + connections, 0),
      })
    })
    .get('/api/me', (c) => c.json({ identity, permissions: permissionsOf(c.req.query('permissions')) }))
    .post('/api/shutdown', (c) => {
      services.shutdown()
      return c.body(null, 200)
    })
    .get('/lsp/status', (c) => c.json({ version: 2, sessions: {}, specs: {} }))
}

/** Who is in may do everything, so what is asked about is what is granted. */
function permissionsOf(asked: string | undefined): Record<string, string[]> {
  if (asked === undefined) return {}
  const wrong = () =>
    new HttpError(
      400,
      'permissions should be JSON such as {"contents": ["read", "write"]}.',
      'Bad permissions',
    )
  let value: unknown
  try {
    value = JSON.parse(asked)
  } catch {
    throw wrong()
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong()
  return Object.fromEntries(
    Object.entries(value).map(([resource, actions]: [string, unknown]) => {
      if (!Array.isArray(actions) || !actions.every((action) => typeof action === 'string')) throw wrong()
      return [resource, actions]
    }),
  )
}
