/** The shape in words: `3×2` is three rows and two columns. */
export function shapeOf(m: { readonly rows: number; readonly columns: number }): string {
  return `${m.rows}×${m.columns}`
}
