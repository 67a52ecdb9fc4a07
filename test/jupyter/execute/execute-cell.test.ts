import { expect, it } from 'vitest'
import { executeCell } from '../../../src/jupyter/execute/execute-cell.js'
import type { Kernel } from '../../../src/jupyter/kernel/kernel.js'
import { FakeKernel } from '../../support/fake-kernel.js'

/** A kernel that replies at once and loses its `idle`. */
class LosesIdle extends FakeKernel {
  override async send(...[channel, message]: Parameters<FakeKernel['send']>): Promise<void> {
    await super.send(channel, message)
    this.says('shell', 'execute_reply', { status: 'ok', execution_count: 1 }, message)
  }
}

// What executeCell uses of a kernel is there.
const asKernel = (kernel: FakeKernel) => kernel as unknown as Kernel

it('takes a cell that has its reply for done in time, however long its last outputs are waited for', async () => {
  const kernel = new LosesIdle()
  expect(await executeCell(asKernel(kernel), '1', { timeout: 50, quiet: 300 })).toMatchObject({
    status: 'ok',
  })
  expect(kernel.interrupts).toBe(0)
})

it('takes the reply for the end of a cell whose kernel ends after it', async () => {
  const kernel = new LosesIdle()
  const cell = executeCell(asKernel(kernel), '1', { quiet: 1e6 })
  await kernel.ends({ code: 1, signal: null, stderr: '' })
  expect(await cell).toMatchObject({ status: 'ok' })
})
