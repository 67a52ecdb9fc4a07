import { type Context, Hono } from 'hono'
import { readJson } from '../http/read-json.js'
import { encodePath, pathAfter } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'
import { createOf, getOptionsOf, renameOf, saveModelOf } from './contents-request.js'

const prefix = '/api/contents'

/** `api/contents` of Jupyter Server's REST API, with checkpoints. */
export function contentsRoutes({ contents, sessions, baseUrl }: Services): Hono {
  const location = (path: string) => `${baseUrl}api/contents/${encodePath(path)}`

  const get = async (c: Context) => {
    const { path, checkpoint } = targetOf(c)
    if (checkpoint === undefined) return c.json(await contents.get(path, getOptionsOf(c)))
    if (checkpoint === '') return c.json(await contents.checkpoints(path))
    throw notAllowed(c)
  }

  const put = async (c: Context) => {
    const { path } = onlyPath(c)
    const body = await readJson(c)
    if (Object.keys(body).length === 0) return c.json(await contents.create(path, { type: 'file' }), 201)
    const model = saveModelOf(body)
    const base = c.req.header('x-backprop-base')
    const isNew = await contents.get(path, { content: false }).then(
      () => false,
      () => true,
    )
    const saved = await contents.save(path, model, base === undefined ? {} : { base })
    return c.json(saved, isNew ? 201 : 200, isNew ? { location: location(saved.path) } : {})
  }

  const post = async (c: Context) => {
    const { path, checkpoint } = targetOf(c)
    if (checkpoint === '') {
      const made = await contents.createCheckpoint(path)
      return c.json(made, 201, { location: `${location(path)}/checkpoints/${made.id}` })
    }
    if (checkpoint !== undefined) {
      await contents.restoreCheckpoint(path, checkpoint)
      return c.body(null, 204)
    }
    const trusted = /^(.*)\/trust$/.exec(path)?.[1]
    if (trusted?.endsWith('.ipynb')) {
      await contents.trust(trusted)
      return c.json({}, 201)
    }
    const there = await contents.get(path, { content: false })
    if (there.type !== 'directory')
      throw new HttpError(400, 'Cannot POST to files, use PUT instead.', 'Bad path')
    const body = createOf(await readJson(c))
    const made =
      'copy_from' in body ? await contents.copy(body.copy_from, path) : await contents.create(path, body)
    return c.json(made, 201, { location: location(made.path) })
  }

  const patch = async (c: Context) => {
    const { path } = onlyPath(c)
    const renamed = await contents.rename(path, renameOf(await readJson(c)))
    await sessions.renamed(path, renamed.path)
    return c.json(renamed, 200, { location: location(renamed.path) })
  }

  const remove = async (c: Context) => {
    const { path, checkpoint } = targetOf(c)
    if (checkpoint === '') throw notAllowed(c)
    await (checkpoint === undefined ? contents.delete(path) : contents.deleteCheckpoint(path, checkpoint))
    return c.body(null, 204)
  }

  const routes = new Hono()
  for (const pattern of [prefix, `${prefix}/*`]) {
    routes
      .get(pattern, get)
      .put(pattern, put)
      .post(pattern, post)
      .patch(pattern, patch)
      .delete(pattern, remove)
    routes.all(pattern, (c) => {
      throw notAllowed(c)
    })
  }
  return routes
}

interface Target {
  readonly path: string
  /** Its id, `''` for the list of them, undefined for the file itself. */
  readonly checkpoint: string | undefined
}

function targetOf(c: Context): Target {
  const path = pathAfter(prefix, c.req.path)
  const parts = /^(.+)\/checkpoints(?:\/([\w-]+))?$/.exec(path)
  return parts === null
    ? { path, checkpoint: undefined }
    : { path: parts[1] ?? '', checkpoint: parts[2] ?? '' }
}

function onlyPath(c: Context): Target {
  const target = targetOf(c)
  if (target.checkpoint !== undefined) throw notAllowed(c)
  return target
}

function notAllowed(c: Context): HttpError {
  return new HttpError(405, `${c.req.method} is not for this address.`, 'Method Not Allowed')
}
