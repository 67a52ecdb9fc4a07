/** A line that says what happened, with what can be done about it. */
export interface Notice {
  /** A notice takes the place of an earlier one with the same id. */
  readonly id: string
  /** `trouble` is read out at once, the others when there is a pause. */
  readonly kind: 'news' | 'good' | 'trouble'
  readonly text: string
  readonly actions?: readonly NoticeAction[]
  /** Milliseconds after which it goes by itself. Default: it stays until it is closed or over. */
  readonly lasts?: number
}

export interface NoticeAction {
  readonly label: string
  /** Whether the notice goes when the button is pressed. Default true. */
  readonly closes?: boolean
  run(): void | Promise<void>
}
