import { NextFile, type NextFileOptions } from '../../jupyter/notebook/next-file.js'
import { giveName } from './give-name.js'

/**
 * Writes a file that is not there yet: whole or not at all, and never over another, also when two do it at once.
 *
 * @returns false if a file of that name is there, which stays as it is
 */
export async function writeNewFile(
  file: string,
  data: string | Uint8Array,
  options: Pick<NextFileOptions, 'mode'> = {},
): Promise<boolean> {
  const next = await NextFile.beside(file, options)
  try {
    await next.append(data)
    await next.finish()
    return await giveName(next.temporary, file)
  } finally {
    await next.discard()
  }
}
