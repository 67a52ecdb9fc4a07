import { type Context, Hono } from 'hono'
import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject } from '../../jupyter/notebook/notebook.js'
import { readJson } from '../http/read-json.js'
import { pathAfter } from '../http/request-path.js'
import { HttpError } from '../http-error.js'
import type { Services } from '../services.js'
import type { StoredText } from '../stores/text-store.js'

const prefix = '/lab/api/workspaces'

/** A file's name has room for this many bytes of an id, encoded. */
const longestId = 80

/** `lab/api/workspaces`: the layouts that the page keeps. */
export function workspaceRoutes({ stores: { workspaces } }: Pick<Services, 'stores'>): Hono {
  const list = async (c: Context) => {
    const ids = await workspaces.keys()
    const values = await Promise.all(ids.map(async (id) => modelOf(id, await workspaces.get(id))))
    return c.json({ workspaces: { ids, values } })
  }
  return new Hono()
    .get(prefix, list)
    .get(`${prefix}/`, list)
    .get(`${prefix}/*`, async (c) => {
      const id = idOf(c)
      return c.json(modelOf(id, await workspaces.get(id)))
    })
    .put(`${prefix}/*`, async (c) => {
      const id = idOf(c)
      const workspace = await readJson(c)
      if (!isObject(workspace['data']) || !isObject(workspace['metadata'])) {
        throw new HttpError(
          400,
          'A workspace should be {"data": {…}, "metadata": {"id": "…"}}.',
          'Bad workspace',
        )
      }
      if (workspace['metadata']['id'] !== id) {
        throw new HttpError(
          400,
          `The workspace's metadata.id should be ${id}, as in the address.`,
          'Bad workspace',
        )
      }
      await workspaces.set(id, JSON.stringify(workspace))
      return c.body(null, 204)
    })
    .delete(`${prefix}/*`, async (c) => {
      const id = idOf(c)
      if (await workspaces.delete(id)) return c.body(null, 204)
      throw new HttpError(404, `There is no workspace ${id}.`, 'Not Found')
    })
}

function idOf(c: Context): string {
  const id = pathAfter(prefix, c.req.path)
  if (id === '') throw new HttpError(400, 'A workspace needs an id.', 'Bad workspace')
  if (Buffer.byteLength(id) <= longestId) return id
  throw new HttpError(400, `A workspace's id has at most ${longestId} bytes.`, 'Bad workspace')
}

/** One that was never saved is empty. So is one that somebody broke, rather than keep the page from opening. */
function modelOf(id: string, stored: StoredText | undefined): JsonObject {
  const empty = { data: {}, metadata: { id } }
  if (stored === undefined) return empty
  const { text, created, last_modified } = stored
  try {
    const workspace: unknown = JSON.parse(text)
    if (!isObject(workspace) || !isObject(workspace['metadata'])) return empty
    return { ...workspace, metadata: { ...workspace['metadata'], created, last_modified } }
  } catch {
    return empty
  }
}
