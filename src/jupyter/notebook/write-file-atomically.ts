import { NextFile } from './next-file.js'

/**
 * Writes `file` so that at every instant it is the old one or the new one: a temporary file in the same folder, fsync,
 * rename, fsync of the folder. The file's permissions stay; a symbolic link stays one. The folder must be there.
 *
 * @param options.mode the permissions of a file that is new: 0o666 without the umask's
 */
export async function writeFileAtomically(
  file: string,
  data: string | Uint8Array,
  options: { readonly mode?: number } = {},
): Promise<void> {
  const next = await NextFile.replacing(file, options)
  try {
    await next.append(data)
    await next.takePlace()
  } catch (error) {
    await next.discard()
    throw error
  }
}
