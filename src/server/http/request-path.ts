import { HttpError } from '../http-error.js'

/**
 * The path of a request below the base URL, still encoded, for the router: `/api/contents/a%20b`. What is not below
 * the base URL gets a path that no route has.
 */
export function pathBelow(baseUrl: string, url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const end = url.slice(start).search(/[?#]/)
  const path = start === -1 ? '/' : end === -1 ? url.slice(start) : url.slice(start, start + end)
  if (path.startsWith(baseUrl)) return path.slice(baseUrl.length - 1)
  return `/\0${path}`
}

/**
 * The decoded rest of `path` after `prefix`, without slashes at its ends: a path of the contents API.
 *
 * @throws HttpError 400 for an encoding that is broken or hides a slash
 */
export function pathAfter(prefix: string, path: string): string {
  return path
    .slice(prefix.length)
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment)
    .join('/')
}

/** @throws HttpError 400 */
export function decodeSegment(segment: string): string {
  let decoded: string
  try {
    decoded = decodeURIComponent(segment)
  } catch {
    throw new HttpError(400, 'The path is not valid: its percent-encoding is broken.', 'Bad path')
  }
  if (decoded.includes('/')) {
    throw new HttpError(400, 'The path is not valid: a name in it holds an encoded slash.', 'Bad path')
  }
  return decoded
}

/** A path of the contents API as it stands in a URL. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
