/** Media types whose data is JSON itself and not text: `application/json`, `application/vnd.plotly.v1+json`. */
export function isJsonMediaType(type: string): boolean {
  return type === 'application/json' || (type.startsWith('application/') && type.endsWith('+json'))
}

/** Media types that Jupyter writes to a file as a list of lines. */
export function isTextMediaType(type: string): boolean {
  return type.startsWith('text/') || type === 'application/javascript' || type === 'image/svg+xml'
}
