import { createHmac, randomBytes } from 'node:crypto'
import { sameText } from './same-text.js'

/** How long a code for the browser holds, in milliseconds. */
const codeLife = 5 * 60_000

/**
 * Who may come in. The token opens everything; a browser changes it for a cookie that the token cannot be read from.
 * Without a token (`--token ''` with `--insecure`) everybody may.
 */
export class Access {
  /** The name of the cookie is bound to the port, since cookies are not. */
  readonly cookieName: string
  readonly #token: string
  readonly #cookie: string
  /** Codes that open the login page once, and until when. */
  readonly #codes = new Map<string, number>()

  constructor({ token = randomToken(), port }: { token?: string; port: number }) {
    this.#token = token
    this.#cookie = createHmac('sha256', token).update('backprop cookie').digest('base64url')
    this.cookieName = `backprop-${port}`
  }

  /** Whether anybody may come in. */
  get isOpen(): boolean {
    return this.#token === ''
  }

  /** For the URL that is printed, and for nothing else. */
  get token(): string {
    return this.#token
  }

  get cookie(): string {
    return this.#cookie
  }

  acceptsToken(token: string): boolean {
    return !this.isOpen && sameText(token, this.#token)
  }

  acceptsCookie(cookie: string): boolean {
    return !this.isOpen && sameText(cookie, this.#cookie)
  }

  /** A code that opens the login page once: a browser's command line is no place for the token. */
  issueCode(): string {
    const code = randomToken()
    this.#codes.set(code, performance.now() + codeLife)
    return code
  }

  /** True once for a code that was issued and is not too old. */
  acceptsCode(code: string): boolean {
    const until = this.#codes.get(code)
    this.#codes.delete(code)
    return until !== undefined && performance.now() < until
  }
}

/** 192 random bits. */
export function randomToken(): string {
  return randomBytes(24).toString('hex')
}
