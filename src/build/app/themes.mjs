/** The themes' style sheets, which the page loads by the name of the package. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../ensure.mjs'
import { packages } from './packages.mjs'

const names = ['@jupyterlab/theme-light-extension', '@jupyterlab/theme-dark-extension']

/**
 * Bundles each theme into a file with a hash in its name.
 *
 * @returns the file of each package
 */
export async function themes(bundle, folder) {
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [basename(name), `${name}/${themePath(name)}`])),
    bundle: true,
    minify: true,
    metafile: true,
    logLevel: 'warning',
    outdir: folder,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file', '.woff': 'file', '.woff2': 'file', '.png': 'file' },
    plugins: [packages],
  })
  const made = Object.keys(metafile.outputs).map((path) => basename(path))
  return Object.fromEntries(
    names.map((name) => [
      name,
      made.find((file) => file.startsWith(`${basename(name)}-`) && file.endsWith('.css')),
    ]),
  )
}

function themePath(name) {
  const { jupyterlab } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  return jupyterlab.themePath
}
