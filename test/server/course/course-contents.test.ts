import { describe, expect, it } from 'vitest'
import { courseContents } from '../../../src/server/course/course-contents.js'
import type { Course } from '../../../src/server/course/course-service.js'
import type { Contents } from '../../../src/server/services.js'
import { noContents } from '../../support/no-contents.js'

/** What happened, in order: copies made and files read. */
function recorded(): { contents: Contents; events: string[] } {
  const events: string[] = []
  const course: Pick<Course, 'open' | 'chapterAt'> = {
    open: async (name) => {
      events.push(`open ${name}`)
      return { path: `work/${name}.ipynb` }
    },
    chapterAt: async (path) => (path === 'work/01-bowl.ipynb' ? '01-bowl' : undefined),
  }
  const inner: Contents = {
    ...noContents,
    get: (path) => {
      events.push(`get ${path}`)
      return noContents.get(path)
    },
  }
  // Only what the contents use of the course is there.
  return { contents: courseContents(inner, course as Course), events }
}

describe('contents with a course in them', () => {
  it('make a chapter’s copy before it is read', async () => {
    const { contents, events } = recorded()
    await expect(contents.get('work/01-bowl.ipynb')).rejects.toMatchObject({ status: 404 })
    expect(events).toEqual(['open 01-bowl', 'get work/01-bowl.ipynb'])
  })

  it('make nothing for another file, nor when only asked whether the chapter is there', async () => {
    const { contents, events } = recorded()
    await expect(contents.get('work/notes.ipynb')).rejects.toThrow()
    await expect(contents.get('work/01-bowl.ipynb', { content: false })).rejects.toThrow()
    expect(events).toEqual(['get work/notes.ipynb', 'get work/01-bowl.ipynb'])
  })
})
