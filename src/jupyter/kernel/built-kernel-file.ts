import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KernelError } from './kernel-error.js'

/**
 * A file of `dist/kernel`, which runs in a process of its own: beside the built module that asks, or below `dist` when
 * the sources themselves run, as in tests.
 *
 * @throws KernelError saying to build
 */
export function builtKernelFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const parts of [['kernel'], ['dist', 'kernel']]) {
      const file = join(folder, ...parts, name)
      if (existsSync(file)) return file
    }
    if (folder === dirname(folder)) {
      throw new KernelError(
        `dist/kernel/${name} is missing, without which no kernel starts. Build: npm run build`,
      )
    }
  }
}
