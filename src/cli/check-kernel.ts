import { tmpdir } from 'node:os'
import { executeCell } from '../jupyter/execute/execute-cell.js'
import { startKernel } from '../jupyter/kernel/start-kernel.js'
import { tslabKernelspec } from '../jupyter/kernelspec/kernelspecs.js'
import type { Finding } from './finding.js'

/** Whether a tslab kernel starts and computes: what every chapter needs. */
export async function checkKernel(): Promise<Finding> {
  const subject = 'kernel'
  try {
    const started = performance.now()
    const kernel = await startKernel(tslabKernelspec(), { cwd: tmpdir() })
    const seconds = (performance.now() - started) / 1000
    try {
      const { outputs } = await executeCell(kernel, '20 + 22', { timeout: 20_000 })
      const [output] = outputs
      if (output?.output_type === 'stream' && output.text === '42\n') {
        return { subject, status: 'ok', detail: `tslab starts in ${seconds.toFixed(1)} s and answers` }
      }
      return { subject, status: 'missing', detail: 'tslab starts, but does not compute 20 + 22.' }
    } finally {
      await kernel.kill()
    }
  } catch (error) {
    return { subject, status: 'missing', detail: error instanceof Error ? error.message : String(error) }
  }
}
