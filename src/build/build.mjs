/**
 * Fills `dist`: `index.js` (what cells import) with its declarations, `browser.js` (the same for a page),
 * `cli/main.js` (the command), `kernel` (what runs beside and in kernels), `assets` (Plotly for pages and for outputs)
 * and `app` (the notebook page).
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, deflateRawSync } from 'node:zlib'
import { buildApp } from './app/build-app.mjs'
import { root, say, sourcesHash, stop } from './ensure.mjs'
import { buildNotebookSchema } from './notebook-schema.mjs'
import { notices } from './notices.mjs'
import { nextFolder, swap } from './swap.mjs'

const { version } = packageOf(root)

function packageOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** Builds into a folder beside `dist` and swaps the two, so that a failed build leaves the old one. */
export async function build() {
  const started = Date.now()
  const sources = sourcesHash()
  const dist = join(root, 'dist')
  const next = nextFolder(dist)
  mkdirSync(join(next, 'assets'), { recursive: true })

  const { build: bundle } = await import('esbuild')
  process.once('exit', () => rmSync(next, { recursive: true, force: true }))
  declarations(next)
  const failed = () => stop('the build failed; the bundler’s messages are above. dist is as it was.')
  const made = await Promise.all(bundles(bundle, next)).catch(failed)
  const page = await buildApp(bundle, next, defined()).catch((error) => {
    if (error.errors === undefined) say(error.message) // the bundler says its own
    failed()
  })
  const paths = made.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  writeFileSync(join(next, 'assets', 'THIRD-PARTY.txt'), notices([...paths, ...page]))
  cpSync(join(root, 'src', 'data', 'NOTICE.md'), join(next, 'assets', 'data.NOTICE.md'))
  chmodSync(join(next, 'cli', 'main.js'), 0o755)
  writeFileSync(join(next, 'build.json'), `${JSON.stringify({ version, sources }, null, 1)}\n`)
  await swap(next, dist).catch((error) => {
    stop(`dist could not be replaced (${error.message}). Close what runs from it, then build again.`)
  })
  say(`built dist in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/** Constants of the bundles. */
const defined = () => ({
  // mathjax-full reads its version from this constant, else it evaluates `require`.
  PACKAGE_VERSION: JSON.stringify(packageOf(join(root, 'node_modules', 'mathjax-full')).version),
  BACKPROP_VERSION: JSON.stringify(version),
})

/** What is bundled, each from its entry. */
function bundles(bundle, next) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    define: defined(),
  }
  return [
    bundle({
      ...shared,
      platform: 'node',
      entryPoints: ['src/index.ts'],
      outfile: join(next, 'index.js'),
      external: ['tslab'],
    }),
    bundle({
      ...shared,
      platform: 'browser',
      conditions: ['browser'],
      entryPoints: ['src/index.ts'],
      outfile: join(next, 'browser.js'),
    }),
    bundle({
      ...shared,
      platform: 'node',
      entryPoints: ['src/cli/main.ts'],
      outdir: join(next, 'cli'),
      // What is imported when it is needed stands in files of its own, or every start would read all of it.
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      external: ['tslab', 'zeromq'],
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    }),
    bundle({
      ...shared,
      platform: 'node',
      entryPoints: { supervisor: 'src/jupyter/supervisor/main.ts' },
      outdir: join(next, 'kernel'),
    }),
    bundle({
      ...shared,
      platform: 'node',
      format: 'cjs',
      entryPoints: ['src/jupyter/tslab/main.ts'],
      outfile: join(next, 'kernel', 'tslab-launcher.cjs'),
    }),
    bundle({
      ...shared,
      minify: true,
      format: 'iife',
      platform: 'browser',
      entryPoints: { page: 'src/export/page/main.ts', style: 'src/export/style.css' },
      outdir: join(next, 'assets'),
    }),
    buildNotebookSchema(bundle, next, shared),
    plotly(bundle, next),
  ]
}

/** Declarations under ES2022 alone and with the browser's platform, so that none names Node, the DOM or tslab. */
function declarations(next) {
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'src/tsconfig.json', '--outDir', next],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  if (done.status !== 0) stop('the declarations could not be made; the compiler’s messages are above.')
}

/**
 * Plotly as one classic script that sets `window.Plotly` and asks for no module loader: with `define` in scope,
 * as in the classic Notebook, the published file would register itself with RequireJS and fail there.
 */
async function plotly(bundle, next) {
  const file = join(next, 'assets', 'plotly.min.js')
  const made = await bundle({
    absWorkingDir: root,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'error',
    define: { define: 'undefined' },
    stdin: {
      contents: "import Plotly from 'plotly.js-dist'; globalThis.Plotly = Plotly",
      resolveDir: root,
    },
    outfile: file,
  })
  const packed = deflateRawSync(readFileSync(file), {
    level: constants.Z_BEST_COMPRESSION,
  })
  writeFileSync(join(next, 'assets', 'plotly.deflate.txt'), packed.toString('base64'))
  cpSync(join(root, 'node_modules', 'plotly.js-dist', 'LICENSE'), join(next, 'assets', 'plotly.LICENSE.txt'))
  return made
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { ensureNode, ensurePackages } = await import('./ensure.mjs')
  ensureNode()
  ensurePackages()
  await build()
}
