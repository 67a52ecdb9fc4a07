/** What `backprop doctor` found out about one thing. */
export interface Finding {
  readonly subject: string
  /** `missing` is needed and not there; `optional` is not there and not needed to run the course. */
  readonly status: 'ok' | 'missing' | 'optional'
  readonly detail: string
  /** What to do about it. */
  readonly advice?: string
}
