/**
 * The page's Content-Security-Policy: it can be sent nowhere and loads scripts, styles and fonts from this server
 * alone. Scripts in an output run only when JupyterLab hands them on, which it does for trusted outputs; with their
 * nonce they are told from what got into the page another way. `unsafe-eval` is for outputs that are JavaScript and
 * for Plotly's three-dimensional charts, `unsafe-inline` in styles for the editor, which writes its own. Pictures may
 * come from elsewhere, since a learner's Markdown may name one; the course names none.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' data: blob:",
    "frame-src 'self' blob: data:",
    "object-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'self'",
  ].join('; ')
}
