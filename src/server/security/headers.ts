/** Of every answer that says nothing else: it can be shown by no other page and can load nothing. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Sets what every answer carries, where the route has not set it. */
export function addHeaders(headers: Headers): void {
  const add = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value)
  }
  add('content-security-policy', closedPolicy)
  add('x-content-type-options', 'nosniff')
  add('referrer-policy', 'no-referrer')
  add('cross-origin-resource-policy', 'same-origin')
  add('cross-origin-opener-policy', 'same-origin')
  add('cache-control', 'no-store')
}
