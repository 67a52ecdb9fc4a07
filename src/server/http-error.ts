/** An answer that is not a success: the assembly makes `{message, reason}` with this status of it. */
export class HttpError extends Error {
  override readonly name = 'HttpError'

  /**
   * @param status 4xx, or 5xx where the fault is the machine's (a full disk)
   * @param message for a person: what was wrong, what was expected, what to do
   * @param reason a short word or phrase for a program, where there is one
   * @param details further members of the JSON
   */
  constructor(
    readonly status: number,
    message: string,
    readonly reason: string | null = null,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}
