/** A kernel that is not there, could not be started or has ended. */
export class KernelError extends Error {
  override readonly name = 'KernelError'
}
