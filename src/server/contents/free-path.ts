import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HttpError } from '../http-error.js'
import { exists } from './change-files.js'
import { incrementName } from './increment-name.js'

/**
 * The path of the first name like `name` that is free in a folder.
 *
 * @throws HttpError 400 when it is not a folder
 */
export async function freePath(
  { path, real }: { readonly path: string; readonly real: string },
  name: string,
  insert: string,
): Promise<string> {
  if (!(await stat(real)).isDirectory()) throw new HttpError(400, `${path} is not a directory`, 'bad type')
  const free = await incrementName(name, insert, (each) => exists(join(real, each)))
  return path === '' ? free : `${path}/${free}`
}
