/** A file that is not the notebook it should be: the message names the file and the reason. */
export class NotebookError extends Error {
  override readonly name = 'NotebookError'

  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`)
  }
}
