/**
 * `next` when it is a path below the base URL of this server, else the base URL: a redirect never leaves the server.
 * `//evil`, `/\evil`, `https:evil` and control characters, which browsers read as other hosts, are not paths.
 */
export function ownPath(next: string | null | undefined, baseUrl: string): string {
  if (next === null || next === undefined || !next.startsWith(baseUrl)) return baseUrl
  if (/^[/\\]{2}|[\\\0-\x20\x7f]/.test(next)) return baseUrl
  const here = new URL('http://here.invalid')
  let url: URL
  try {
    url = new URL(next, here)
  } catch {
    return baseUrl
  }
  const path = `${url.pathname}${url.search}${url.hash}`
  return url.origin === here.origin && path.startsWith(baseUrl) && !path.startsWith('//') ? path : baseUrl
}
