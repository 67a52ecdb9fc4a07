import { hostname, networkInterfaces } from 'node:os'

/**
 * The names by which this server may be asked, without port: those of this machine alone when it listens on its own
 * address, also those of its network addresses when it listens on all.
 *
 * @param ip the address it listens on
 * @param more names that the person has allowed
 */
export function hostNames(ip: string, more: readonly string[] = []): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]', ...more, ip.includes(':') ? `[${ip}]` : ip]
  if (!/^(?:127\.|::1$|localhost$)/.test(ip)) {
    names.push(hostname())
    for (const { address } of Object.values(networkInterfaces()).flatMap((each) => each ?? [])) {
      names.push(address.includes(':') ? `[${address}]` : address)
    }
  }
  return new Set(names.map((name) => name.toLowerCase()))
}
