/** `dist/app`: the page, its themes, the settings it knows, and what the server has to know of them. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../ensure.mjs'
import { compress } from './compress.mjs'
import { packages } from './packages.mjs'
import { hashOf, reuse } from './reuse.mjs'
import { schemas } from './schemas.mjs'
import { standInPackages } from './stand-ins.mjs'
import { themes } from './themes.mjs'

/**
 * Makes the page's part of a build, or takes over that of the build before when nothing that it was made from changed.
 *
 * @param bundle esbuild's `build`
 * @param next the folder that becomes `dist`
 * @returns the paths of all that is bundled, relative to the root
 */
export async function buildApp(bundle, next, define) {
  const folder = join(next, 'app')
  const old = join(root, 'dist', 'app')
  const same = reuse(old, folder)
  if (same !== undefined) return same

  const files = join(folder, 'static')
  mkdirSync(files, { recursive: true })
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: { main: 'src/app/main.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['browser'],
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    outdir: files,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: {
      '.svg': 'text',
      '.gif': 'file',
      '.png': 'file',
      '.ttf': 'file',
      '.eot': 'file',
      '.woff': 'file',
      '.woff2': 'file',
    },
    define: { ...define, 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    plugins: [standInPackages, packages],
  })
  const inputs = Object.keys(metafile.inputs).filter((path) => existsSync(join(root, path)))
  const manifest = { ...entriesOf(metafile), themes: await themes(bundle, files) }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(schemas(inputs)))
  await compress(files, join(old, 'static'))
  writeFileSync(join(folder, 'build.json'), JSON.stringify({ made: hashOf(inputs), inputs }))
  return inputs
}

/** What a notebook's cells are drawn with: imported when they are, and fetched before. */
const drawers = [
  'marked/lib/marked.esm.js',
  'marked-gfm-heading-id/src/index.js',
  'marked-mangle/src/index.js',
  '@codemirror/lang-markdown/dist/index.js',
  '@codemirror/lang-javascript/dist/index.js',
  '@codemirror/legacy-modes/mode/stex.js',
].map((path) => `node_modules/${path}`)

/** The script and style sheet of the page, and the scripts that the first one asks for at once. */
function entriesOf({ outputs }) {
  const entryOf = (path) => Object.keys(outputs).find((each) => outputs[each].entryPoint === path)
  const main = entryOf('src/app/main.ts')
  const first = closure([main], outputs)
  const soon = closure(
    drawers.map(entryOf).filter((each) => each !== undefined),
    outputs,
  )
  const lost = Object.keys(outputs).filter(
    (path) => path.endsWith('.css') && path !== outputs[main].cssBundle,
  )
  if (lost.length > 0)
    throw new Error(
      `${lost.join(', ')}: a style sheet of a module that is imported late is in no page. Import it early.`,
    )
  return {
    script: basename(main),
    style: basename(outputs[main].cssBundle),
    preload: [...first].filter((path) => path !== main).map((path) => basename(path)),
    soon: [...soon].filter((path) => !first.has(path)).map((path) => basename(path)),
  }
}

/** Files, and those that they import at once. */
function closure(paths, outputs) {
  const seen = new Set(paths)
  for (const path of seen) {
    for (const each of outputs[path].imports) if (each.kind === 'import-statement') seen.add(each.path)
  }
  return seen
}
