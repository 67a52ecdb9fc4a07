import { HttpError } from '../http-error.js'
import type { RequestFacts } from './request-facts.js'

/**
 * Refuses a request whose `Host` is not a name of this server: a page of another site that has made its own name
 * point here (DNS rebinding) sends that name.
 *
 * @param hosts names without port, in lower case
 * @throws HttpError 403
 */
export function checkHost({ header }: RequestFacts, hosts: ReadonlySet<string>): void {
  const name = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header('host') ?? '')?.[1]
  if (name !== undefined && hosts.has(name.toLowerCase())) return
  throw new HttpError(403, 'This server does not answer to the name in the Host header.', 'Host not allowed')
}
