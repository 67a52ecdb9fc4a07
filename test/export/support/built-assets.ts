import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A folder of its own with what the build puts into `dist/assets` for pages. */
export async function builtAssets(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backprop-assets-'))
  await build({
    absWorkingDir: root,
    entryPoints: { page: 'src/export/page/main.ts', style: 'src/export/style.css' },
    bundle: true,
    format: 'iife',
    target: 'es2020',
    outdir: folder,
    logLevel: 'error',
  })
  await build({
    absWorkingDir: root,
    stdin: { contents: "import Plotly from 'plotly.js-dist'; globalThis.Plotly = Plotly", resolveDir: root },
    bundle: true,
    minify: true,
    format: 'iife',
    define: { define: 'undefined' },
    outfile: join(folder, 'plotly.min.js'),
    logLevel: 'error',
  })
  await copyFile(join(root, 'node_modules/plotly.js-dist/LICENSE'), join(folder, 'plotly.LICENSE.txt'))
  return folder
}
