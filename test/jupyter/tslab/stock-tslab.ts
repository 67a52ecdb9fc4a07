import { join } from 'node:path'
import { type Kernelspec, tslabFolder, tslabKernelspec } from '../../../src/jupyter/kernelspec/kernelspecs.js'

/** tslab as Jupyter starts it when it is registered there: without our launcher. */
export function stockTslabKernelspec(): Kernelspec {
  const binary = join(tslabFolder(), 'bin', 'tslab')
  return {
    ...tslabKernelspec(),
    name: 'stock-tslab',
    argv: [process.execPath, binary, 'kernel', '--config-path={connection_file}'],
  }
}
