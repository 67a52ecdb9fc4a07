import { sep } from 'node:path'

/** Whether an absolute path is a folder or in it: `/root-evil` is not in `/root`. Links are for the caller to resolve. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
