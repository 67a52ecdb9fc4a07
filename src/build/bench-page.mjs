/**
 * `npm run bench:page`: how long a visit takes until cells can be read and typed in, how long a cell takes to its
 * result, and a notebook of 500 cells; beside Debian's classic Notebook if `jupyter-notebook` is installed.
 *
 *   --quick    three visits of each kind instead of ten
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensure, root, stop } from './ensure.mjs'

const [flag, ...rest] = process.argv.slice(2)
if (rest.length > 0 || (flag !== undefined && flag !== '--quick'))
  stop(`npm run bench:page takes nothing but --quick, received ${[flag, ...rest].join(' ')}.`)

await ensure()

// Beside the packages, so that it finds them, out of the repository's sight, and as deep in it as the sources.
const folder = join(root, 'node_modules', '.cache')
mkdirSync(folder, { recursive: true })
const outfile = join(folder, 'backprop-bench-page.mjs')
const { build } = await import('esbuild')
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/page/bench-page.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  external: ['playwright-core', '@sparticuz/chromium'],
  logLevel: 'warning',
})
const { benchPage } = await import(pathToFileURL(outfile).href)
await benchPage({ root, visits: flag === '--quick' ? 3 : 10, print: (line) => console.log(line) })
