import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { expandVariables } from '../kernelspec/expand-variables.js'
import type { Kernelspec } from '../kernelspec/kernelspecs.js'
import { newMessage } from '../message/message.js'
import { type ConnectionInfo, newConnection, releasePorts, writeConnectionFile } from './connection.js'
import { Kernel } from './kernel.js'
import { KernelChannels } from './kernel-channels.js'
import { KernelError } from './kernel-error.js'
import { describeExit, KernelProcess } from './kernel-process.js'
import { within } from './within.js'

export interface StartKernelOptions {
  /** The kernel's working folder: the notebook's own, since cells import from '../src'. */
  readonly cwd: string
  /** Added to our own environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds until the kernel has to answer; 120 000 unless told. */
  readonly timeout?: number
  /** Says that the kernel is not wanted any more: one that still starts is ended at once. */
  readonly signal?: AbortSignal
}

/** How often another process may take one of our ports between choosing and binding. */
const attempts = 3

/**
 * Starts a kernel and waits until it answers on shell and its iopub reaches us.
 *
 * @throws KernelError telling why it did not start
 */
export async function startKernel(kernelspec: Kernelspec, options: StartKernelOptions): Promise<Kernel> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(kernelspec, options)
    } catch (error) {
      const portTaken =
        error instanceof KernelError && /address already in use|EADDRINUSE/i.test(error.message)
      if (!portTaken || attempt === attempts) throw error
    }
  }
}

async function startOnce(
  kernelspec: Kernelspec,
  { cwd, env = {}, timeout = 120_000, signal }: StartKernelOptions,
): Promise<Kernel> {
  if (signal?.aborted === true) throw new KernelError(`The kernel ${kernelspec.name} is not wanted any more.`)
  const { connection, process } = await startProcess(kernelspec, {
    cwd,
    env: environment(kernelspec, env),
  }).catch((error: unknown) => {
    throw new KernelError(
      `The kernel ${kernelspec.name} cannot be started: ${error instanceof Error ? error.message : String(error)}. Its command: ${kernelspec.argv.join(' ')}`,
    )
  })
  void process.exited.then(() => releasePorts(connection))
  const end = () => process.kill()
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  try {
    return await connect(kernelspec, connection, process, timeout)
  } catch (error) {
    end()
    await process.exited
    throw error
  } finally {
    signal?.removeEventListener('abort', end)
  }
}

/** @throws KernelError telling why it does not get ready */
async function connect(
  kernelspec: Kernelspec,
  connection: ConnectionInfo,
  process: KernelProcess,
  timeout: number,
): Promise<Kernel> {
  const session = randomUUID()
  const channels = await KernelChannels.connect(connection, session)
  const kernel = new Kernel(kernelspec, connection, session, process, channels)
  const problem = await notReady(kernel, process, timeout)
  if (problem !== undefined) {
    throw new KernelError(`The kernel ${kernelspec.name} did not start: ${problem}`)
  }
  // A kernel that never asks may have no stdin.
  await within(channels.canBeAsked, 2_000)
  return kernel
}

/** The process, which has a connection file and its ports for as long as it lives. */
async function startProcess(
  kernelspec: Kernelspec,
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<{ readonly connection: ConnectionInfo; readonly process: KernelProcess }> {
  const connection = await newConnection(kernelspec.name)
  let remove = () => {}
  try {
    const written = await writeConnectionFile(connection)
    remove = written.remove
    const argv = argvOf(kernelspec, written.file)
    return { connection, process: await KernelProcess.start(argv, { ...options, remove: written.folder }) }
  } catch (error) {
    releasePorts(connection)
    remove()
    throw error
  }
}

function argvOf(kernelspec: Kernelspec, connectionFile: string): string[] {
  return kernelspec.argv.map((part) =>
    part
      .replaceAll('{connection_file}', connectionFile)
      .replaceAll('{resource_dir}', kernelspec.resource_dir ?? ''),
  )
}

function environment(kernelspec: Kernelspec, env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  // It would name the parent of this process, not of the kernel.
  const { JPY_PARENT_PID: _, ...ours } = process.env
  const own = Object.entries(kernelspec.env).map(([name, value]) => [name, expandVariables(value, ours)])
  return { ...ours, ...Object.fromEntries(own), ...env }
}

/** Waits for the kernel; the reason when it does not get ready. */
async function notReady(
  kernel: Kernel,
  process: KernelProcess,
  timeout: number,
): Promise<string | undefined> {
  const deadline = Date.now() + timeout
  let replied = false
  let published = false
  const unsubscribe = kernel.subscribe((message, channel) => {
    published ||= channel === 'iopub'
    replied ||= message.header.msg_type === 'kernel_info_reply'
  })
  try {
    for (let nextAsk = 0; !replied || !published; await delay(10)) {
      if (kernel.exit !== undefined) return `${describeExit(kernel.exit)} ${kernel.exit.stderr}`.trim()
      if (/address already in use/i.test(process.stderr)) return process.stderr
      if (Date.now() > deadline) {
        return replied
          ? `it answers, but publishes nothing on iopub within ${timeout / 1000} s.`
          : `no answer within ${timeout / 1000} s. ${process.stderr}`.trim()
      }
      // Asked more than once: tslab loses a request that comes while it still binds another socket, and the status
      // of one that is answered before our subscription arrives reaches nobody.
      if (Date.now() < nextAsk) continue
      nextAsk = Date.now() + (replied ? 30 : 250)
      await kernel.send('shell', newMessage('kernel_info_request', {}, { session: kernel.session }))
    }
    return undefined
  } finally {
    unsubscribe()
  }
}
