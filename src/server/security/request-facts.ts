/** What the checks look at, of a request or of a WebSocket's upgrade. */
export interface RequestFacts {
  readonly method: string
  readonly url: URL
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | undefined
}

/** The facts of a request. */
export function factsOf(request: Request): RequestFacts {
  return {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name) ?? undefined,
  }
}
