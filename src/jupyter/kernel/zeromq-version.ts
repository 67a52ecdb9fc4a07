/**
 * The version of ZeroMQ inside zeromq, such as `4.3.5`.
 *
 * @throws whatever keeps zeromq's binary from loading on this machine
 */
export async function zeromqVersion(): Promise<string> {
  return (await import('zeromq')).version
}
