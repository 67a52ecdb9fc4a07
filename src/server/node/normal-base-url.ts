/**
 * A base URL as browsers send it: encoded, with a slash at both ends. `/a b` and `/a%20b/` are the same.
 *
 * @throws TypeError when it is no path
 */
export function normalBaseUrl(baseUrl: string): string {
  const wrong = (why: string) =>
    new TypeError(`The base URL '${baseUrl}' ${why}. Expected a path such as /course/.`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[?#\\\0-\x1f\x7f]|\/\//.test(baseUrl))
    throw wrong('holds a character or a double slash that a path cannot')
  if (/%(?![\da-f]{2})|%(?:2f|5c|00)/i.test(baseUrl)) throw wrong('has a broken or hidden encoding')
  const inner = baseUrl.replace(/^\/|\/$/g, '')
  if (inner === '') return '/'
  const { pathname } = new URL(`/${inner}/`, 'http://here.invalid')
  if (pathname.split('/').length !== inner.split('/').length + 2) throw wrong("must not hold '.' or '..'")
  return pathname
}
