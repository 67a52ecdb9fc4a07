import type { Access } from './access.js'
import { type Authentication, authenticate, forbidden } from './authenticate.js'
import { checkHost } from './check-host.js'
import { checkOrigin } from './check-origin.js'
import { checkXsrf } from './check-xsrf.js'
import type { RequestFacts } from './request-facts.js'

export interface Gate {
  /** The names that `Host` may have, without port, in lower case. */
  readonly hosts: ReadonlySet<string>
  readonly access: Access
}

/**
 * Lets a request in, or a WebSocket before its upgrade. A token in the `Authorization` header is not sent by a
 * browser on another page's behalf, so such a request needs neither an origin nor the XSRF token.
 *
 * @throws HttpError 403
 */
export function admit(facts: RequestFacts, { hosts, access }: Gate): Authentication {
  checkHost(facts, hosts)
  const authentication = authenticate(facts, access)
  if (authentication !== 'header') checkOrigin(facts)
  if (authentication === undefined) throw forbidden()
  if (authentication !== 'header') checkXsrfUnlessToken(facts, authentication)
  return authentication
}

/** The token in the URL is as good as in the header: another page does not know it. */
function checkXsrfUnlessToken(facts: RequestFacts, authentication: Authentication): void {
  if (authentication !== 'query') checkXsrf(facts)
}
