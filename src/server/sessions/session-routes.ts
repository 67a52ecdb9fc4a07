import { Hono } from 'hono'
import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { optionalText } from '../http/optional-text.js'
import { readJson } from '../http/read-json.js'
import { HttpError } from '../http-error.js'
import type { Services, WantedKernel } from '../services.js'

/** `api/sessions`: which document has which kernel, as Jupyter Server has them. */
export function sessionRoutes({ sessions, baseUrl }: Pick<Services, 'sessions' | 'baseUrl'>): Hono {
  return new Hono()
    .get('/api/sessions', async (c) => c.json(await sessions.list()))
    .post('/api/sessions', async (c) => {
      const { path, ...rest } = wantedOf(await readJson(c))
      if (path === undefined) {
        throw new HttpError(
          400,
          'The body should have the path of the document.',
          'Missing field in JSON data: path',
        )
      }
      const model = await sessions.create({ ...rest, path })
      return c.json(model, 201, { Location: `${baseUrl}api/sessions/${model.id}` })
    })
    .get('/api/sessions/:id', async (c) => c.json(await sessions.get(c.req.param('id'))))
    .patch('/api/sessions/:id', async (c) =>
      c.json(await sessions.change(c.req.param('id'), wantedOf(await readJson(c)))),
    )
    .delete('/api/sessions/:id', async (c) => {
      await sessions.delete(c.req.param('id'))
      return c.body(null, 204)
    })
}

/** The members of a body that say what is wanted; `notebook: { path }` is how it was said before Jupyter's version 5. */
function wantedOf(body: JsonObject) {
  const notebook = objectIn(body, 'notebook') ?? {}
  const kernel = objectIn(body, 'kernel')
  const wanted = {
    path: (optionalText(body, 'path') ?? optionalText(notebook, 'path'))?.replace(/^\/+|\/+$/g, ''),
    name: optionalText(body, 'name'),
    type: optionalText(body, 'type'),
    kernel: kernel === undefined ? undefined : wantedKernel(kernel),
  }
  return present(wanted)
}

/** Undefined when neither is said, which asks for no other kernel than there is. */
function wantedKernel(kernel: JsonObject): WantedKernel | undefined {
  const wanted = present({
    id: optionalText(kernel, 'id') || undefined,
    name: optionalText(kernel, 'name') || undefined,
  })
  return wanted.id === undefined && wanted.name === undefined ? undefined : wanted
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

function present<T extends object>(members: T): Present<T> {
  // What is undefined is taken out, and nothing else.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>
}

function objectIn(body: JsonObject, name: string): JsonObject | undefined {
  const value = body[name] ?? undefined
  if (value === undefined) return undefined
  if (!isObject(value)) {
    throw new HttpError(
      400,
      `${name} should be an object, but is ${JSON.stringify(value).slice(0, 40)}.`,
      'Bad Request',
    )
  }
  return value
}
