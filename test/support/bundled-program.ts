import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..', '..')

/**
 * A program of TypeScript as a file that Node runs, for what only a process of its own can show. Its imports are as in
 * a file of `src`. It is made where it finds the packages and `dist`.
 */
export async function bundledProgram(source: string): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(root, 'node_modules', '.backprop-test-'))
  const file = join(folder, 'program.mjs')
  await build({
    stdin: { contents: source, loader: 'ts', resolveDir: join(root, 'src') },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['tslab', 'zeromq'],
  })
  return { file, remove: () => rm(folder, { recursive: true }) }
}
