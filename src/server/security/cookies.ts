/** All values of the cookie `name` in a `Cookie` header: there can be several, of different paths. */
export function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}

export interface CookieOptions {
  readonly path: string
  readonly secure: boolean
  /** Whether the page's script may not read it. */
  readonly httpOnly: boolean
}

/** A `Set-Cookie` header. The browser sends it to this site alone, and never on a request that another page causes. */
export function setCookie(name: string, value: string, { path, secure, httpOnly }: CookieOptions): string {
  return [
    `${name}=${value}`,
    `Path=${path}`,
    'SameSite=Strict',
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
  ].join('; ')
}
