/** How the bundler reads JupyterLab's packages, which were written for another one. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../ensure.mjs'
import { mend, mends } from './mends.mjs'

const require = createRequire(join(root, 'package.json'))

/** Modules of Node that packages name and never use in a page. */
const node = /^(assert|buffer|child_process|crypto|events|fs|http|https|net|os|stream|tty|url|util|vm|zlib)$/

/** A plugin of esbuild. */
export const packages = {
  name: 'packages',
  setup(build) {
    build.onResolve({ filter: /^path$/ }, () => ({ path: require.resolve('path-browserify') }))
    build.onResolve({ filter: node }, ({ path }) => ({ path, namespace: 'nothing' }))
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }))

    // Settings are checked in the server; compiling a check for each schema took 300 ms of each visit.
    build.onResolve({ filter: /^ajv$/ }, ({ path, importer }) =>
      /[\\/]settingregistry[\\/]/.test(importer) ? { path, namespace: 'nothing' } : undefined,
    )

    // Style sheets write ~ before a package's name.
    build.onResolve({ filter: /^~/ }, ({ path, resolveDir, kind }) =>
      build.resolve(path.slice(1), { resolveDir, kind }),
    )

    // Fonts in the formats of old browsers: 2.5 MB that none of today's asks for.
    build.onResolve({ filter: /\/fa-[a-z]+-\d+\.(eot|svg|ttf|woff)([?#].*)?$/ }, () => ({
      path: 'data:,',
      external: true,
    }))

    // Pictures are text where a script imports them, and stand in the style sheet where that names them.
    build.onResolve({ filter: /\.svg$/ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (kind !== 'url-token' || pluginData === 'seen') return undefined
      const found = await build.resolve(path, { resolveDir, kind, pluginData: 'seen' })
      return { path: found.path, namespace: 'picture' }
    })
    build.onLoad({ filter: /.*/, namespace: 'picture' }, ({ path }) => ({
      contents: readFileSync(path),
      loader: 'dataurl',
    }))

    for (const filter of new Set(mends.map(({ file }) => file))) {
      build.onLoad({ filter }, ({ path }) => ({ contents: mend(path, readFileSync(path, 'utf8')) }))
    }
  },
}
