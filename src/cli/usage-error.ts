/** The command was called wrongly; the message tells the person what to write instead. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
