/**
 * A value as JSON that can stand inside a `<script type="application/json">`: no `<` is left in it, so nothing in
 * it can close the script or open a comment.
 */
export function embedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
