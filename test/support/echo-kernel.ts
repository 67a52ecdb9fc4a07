import { join } from 'node:path'
import type { Kernelspec } from '../../src/jupyter/kernelspec/kernelspecs.js'

/** A small kernel of our own that does what clients have to stand; `echo-kernel.mjs` lists its words. */
export function echoKernelspec(interrupt_mode: Kernelspec['interrupt_mode'] = 'signal'): Kernelspec {
  return {
    name: 'echo',
    display_name: 'Echo',
    language: 'echo',
    argv: [process.execPath, join(import.meta.dirname, 'echo-kernel.mjs'), '{connection_file}'],
    interrupt_mode,
    env: {},
    metadata: {},
  }
}
