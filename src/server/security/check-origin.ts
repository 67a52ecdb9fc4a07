import { HttpError } from '../http-error.js'
import type { RequestFacts } from './request-facts.js'

/**
 * Refuses what a page of another origin asks for: its `Origin` is not this server's, exactly, or the browser says
 * `cross-site` or `same-site` (another port of this machine) of a request that is not a person's navigation.
 *
 * @throws HttpError 403
 */
export function checkOrigin({ method, header }: RequestFacts): void {
  const origin = header('origin')
  const host = header('host') ?? ''
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) throw foreign()
  const site = header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return
  const navigation =
    (method === 'GET' || method === 'HEAD') &&
    header('sec-fetch-mode') === 'navigate' &&
    header('sec-fetch-dest') === 'document'
  if (!navigation) throw foreign()
}

function foreign(): HttpError {
  return new HttpError(403, 'The request comes from a page of another origin.', 'Origin not allowed')
}
