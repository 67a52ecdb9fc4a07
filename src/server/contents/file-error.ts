import { HttpError } from '../http-error.js'

const meanings: Readonly<Record<string, readonly [status: number, text: string]>> = {
  ENOENT: [404, 'No such file or directory'],
  ENOTDIR: [404, 'A part of the path is not a directory'],
  EISDIR: [400, 'This is a directory'],
  EACCES: [403, 'Permission denied'],
  EPERM: [403, 'Permission denied'],
  EROFS: [403, 'The disk can only be read'],
  EEXIST: [409, 'It exists already'],
  ENOTEMPTY: [400, 'The directory is not empty'],
  ENAMETOOLONG: [400, 'The name is too long'],
  EINVAL: [400, 'The system has no such names'],
  EILSEQ: [400, 'The system has no such names'],
  ELOOP: [400, 'The links lead in a circle'],
  EXDEV: [400, 'It cannot be moved to another disk'],
  EBUSY: [409, 'Another program uses it'],
  ENXIO: [400, 'This is no file'],
  ENOSPC: [507, 'The disk is full, so nothing was saved and the old file is as it was'],
  EDQUOT: [507, 'Your share of the disk is full, so nothing was saved and the old file is as it was'],
  EFBIG: [413, 'The file would be too large for the disk'],
  EMFILE: [503, 'Too many files are open; try again'],
  ENFILE: [503, 'Too many files are open; try again'],
}

/** What a failure of the file system means for a client. `path` is the one it knows; others are not told. */
export function fileError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof HttpError) return error
  const code = String(error.code)
  if (code.startsWith('ERR_FS_CP_')) return new HttpError(400, `It cannot be copied there: ${path}`, code)
  const [status, text] = meanings[code] ?? [500, `The disk failed (${code}); the old file is as it was`]
  return new HttpError(status, `${text}: ${path === '' ? '/' : path}`, code)
}

/** Runs `work` on the file at `path`, with its failures as a client can understand them. */
export async function onFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw fileError(error, path)
  }
}
