import { HttpError } from '../http-error.js'

/** What an address of a WebSocket answers to a request that asks for none. */
export function socketOnly(): HttpError {
  return new HttpError(400, 'Can "Upgrade" only to "WebSocket".', 'WebSocket only')
}
