import { HttpError } from '../http-error.js'

/** `{message, reason}` as Jupyter Server answers. Of an error that nobody expected nothing is told but that it was. */
export function errorAnswer(error: unknown): Response {
  const known =
    error instanceof HttpError
      ? error
      : new HttpError(500, 'The server made a mistake; its log says more.', 'Internal Server Error')
  const { status, message, reason, details } = known
  return Response.json({ ...details, message, reason }, { status })
}

/** Writes an unexpected error to the server's own log. */
export function logUnexpected(error: unknown, log: (text: string) => void): void {
  log(`backprop: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
