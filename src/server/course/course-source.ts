import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { writeFileAtomically } from '../../jupyter/notebook/write-file-atomically.js'
import { HttpError } from '../http-error.js'

/** The name in a `src/package.json` that we wrote, so that we may write it again. */
const sourceName = 'backprop-course-src'

/** Whether a folder holds what `makeCourseSource` wrote. */
export function isOwnSource(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === sourceName
  } catch {
    return false
  }
}

/**
 * Makes what cells in the learner's folder import as `../src`: a package that leads to the built module of this
 * installation. In a clone it is there already.
 *
 * @param learner the folder of the learner's copies
 * @param course the folder of the course's own notebooks, beside which `src` and `dist` are
 * @throws HttpError 409 if a `src` that is not ours stands in the way; it is left as it is
 */
export async function makeCourseSource(learner: string, course: string): Promise<void> {
  const home = dirname(course)
  const folder = join(dirname(learner), 'src')
  if (resolve(folder) === resolve(home, 'src')) return
  if (existsSync(folder) && !isOwnSource(folder)) {
    throw new HttpError(
      409,
      `The course's cells import ${folder}, and another folder of that name is there. Expected none. Move it away, or start with another --root.`,
      'No place for the course',
    )
  }
  const entry = (file: string) => {
    const path = join(home, 'dist', file)
    const way = relative(folder, path)
    // On Windows there is no relative path to another drive.
    return (isAbsolute(way) ? path : way).split(sep).join('/')
  }
  const content = {
    name: sourceName,
    description: 'Made by Backprop Notebooks for the cells beside it, which import it as ../src.',
    private: true,
    type: 'module',
    main: entry('index.js'),
    types: entry('index.d.ts'),
  }
  const text = `${JSON.stringify(content, null, 2)}\n`
  const file = join(folder, 'package.json')
  if (!existsSync(folder)) await makeWhole(folder, text)
  if (readFileSync(file, 'utf8') !== text) await writeFileAtomically(file, text)
}

/** Makes the folder with its file in it, at once: another server that finds it finds it whole. */
async function makeWhole(folder: string, text: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  const next = await mkdtemp(`${folder}.`)
  try {
    await writeFileAtomically(join(next, 'package.json'), text)
    await chmod(next, 0o755)
    await rename(next, folder)
  } catch (error) {
    await rm(next, { recursive: true, force: true })
    if (!isOwnSource(folder)) throw error
  }
}
