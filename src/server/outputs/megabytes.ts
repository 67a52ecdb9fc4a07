/** A size for a person: `8 MB`, `0.4 MB`. */
export function megabytes(size: number): string {
  const mb = size / 1024 / 1024
  return `${mb >= 10 ? Math.round(mb) : Math.round(mb * 10) / 10} MB`
}
