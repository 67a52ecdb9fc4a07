import { mkdir, realpath } from 'node:fs/promises'
import { freemem } from 'node:os'
import { executeCell } from '../../jupyter/execute/execute-cell.js'
import { startKernel } from '../../jupyter/kernel/start-kernel.js'
import { findKernelspec, tslabKernelspec } from '../../jupyter/kernelspec/kernelspecs.js'
import { KernelChannelsService } from '../channels/kernel-channels-service.js'
import { makeCourseSource } from '../course/course-source.js'
import { KernelManager } from '../kernels/kernel-manager.js'
import type { KernelStarter } from '../kernels/running-kernel.js'
import { OutputStore } from '../outputs/output-store.js'
import { watchedContents } from '../outputs/watched-contents.js'
import type { Contents, Folders, Services } from '../services.js'
import { SessionStore } from '../sessions/session-store.js'

export interface KernelServicesOptions {
  readonly folders: Folders
  readonly contents: Contents
  readonly log: (text: string) => void
  readonly maxKernels?: number | undefined
  readonly cullIdle?: number | undefined
  /** Keeps one kernel ready for the next chapter. */
  readonly prewarm: boolean
}

/** Bytes that have to be free for a kernel to be started ahead; tslab takes about 200 MB. */
const memoryForSpare = 700 * 1024 * 1024

const start: KernelStarter = async (spec, place, signal) => ({
  kernel: await startKernel(spec, { ...place, signal }),
  executedBefore: 0,
})

/** Kernels, sessions, channels and outputs, over processes of this machine. */
export function kernelServices({
  folders,
  contents,
  log,
  maxKernels,
  cullIdle,
  prewarm,
}: KernelServicesOptions): Pick<Services, 'kernels' | 'sessions' | 'channels' | 'outputs' | 'contents'> & {
  readonly kernels: KernelManager
} {
  const env = { BACKPROP_STATE: folders.state }
  const kernels = new KernelManager({
    root: folders.root,
    env,
    findSpec: findKernelspec,
    start,
    ...(maxKernels === undefined ? {} : { maxKernels }),
    ...(cullIdle === undefined ? {} : { cullIdle }),
    ...(prewarm ? { spare: spareFor(folders, env) } : {}),
  })
  const sessions = new SessionStore(kernels)
  const channels = new KernelChannelsService(kernels)
  const outputs = new OutputStore({ kernels, sessions, channels, contents, log })
  const writing = setInterval(() => void outputs.writeLeft(), 10_000)
  writing.unref()
  kernels.onClose(() => clearInterval(writing))
  return { kernels, sessions, channels, outputs, contents: watchedContents(contents, outputs) }
}

/** A tslab kernel in the learner's folder that has loaded the course, so that a chapter's first cell need not. */
function spareFor({ learner, root, course }: Folders, env: Readonly<Record<string, string>>) {
  return {
    spec: tslabKernelspec(),
    place: async () => {
      // A folder of the learner's own gets the course when a chapter is opened, not before.
      if (learner === root) {
        await mkdir(learner, { recursive: true })
        await makeCourseSource(learner, course)
      }
      const cwd = await realpath(learner).catch(() => undefined)
      return cwd === undefined ? undefined : { cwd, env }
    },
    hasMemory: () => freemem() > memoryForSpare,
    start: startWarm,
  }
}

const startWarm: KernelStarter = async (spec, place, signal) => {
  const kernel = await startKernel(spec, { ...place, signal })
  const end = () => void kernel.kill()
  signal.addEventListener('abort', end)
  try {
    if (signal.aborted) end()
    const { status, executionCount } = await executeCell(kernel, "import '../src'", { timeout: 120_000 })
    if (status === 'ok') return { kernel, executedBefore: executionCount ?? 0 }
    await kernel.kill()
    throw new Error(`The course could not be loaded ahead: ${status}.`)
  } finally {
    signal.removeEventListener('abort', end)
  }
}
