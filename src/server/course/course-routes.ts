import { Hono } from 'hono'
import { readJson } from '../http/read-json.js'
import { HttpError } from '../http-error.js'
import type { Course, UpdateChoice } from './course-service.js'

const choices: readonly UpdateChoice[] = ['instead', 'beside', 'neither']

/**
 * The course for our page. It is not part of Jupyter's API.
 *
 * - `GET backprop/api/course` → `CourseState`
 * - `POST backprop/api/course/<chapter>/open` → `{ path }`
 * - `POST backprop/api/course/<chapter>/reset` → `{ path, kept }`
 * - `POST backprop/api/course/<chapter>/update` with `{ choice: 'instead' | 'beside' | 'neither' }` →
 *   `{ path, kept, added }`
 */
export function courseRoutes({ course }: { readonly course: Course }): Hono {
  const routes = new Hono()
  routes.get('/backprop/api/course', async (c) => c.json(await course.state()))
  routes.post('/backprop/api/course/:chapter/open', async (c) =>
    c.json(await course.open(c.req.param('chapter'))),
  )
  routes.post('/backprop/api/course/:chapter/reset', async (c) =>
    c.json(await course.reset(c.req.param('chapter'))),
  )
  routes.post('/backprop/api/course/:chapter/update', async (c) => {
    const { choice } = await readJson(c)
    const known = choices.find((each) => each === choice)
    if (known === undefined) {
      throw new HttpError(
        400,
        `choice: expected ${choices.map((each) => `'${each}'`).join(' or ')}, received ${JSON.stringify(choice) ?? 'nothing'}.`,
        'Bad choice',
      )
    }
    return c.json(await course.update(c.req.param('chapter'), known))
  })
  return routes
}
