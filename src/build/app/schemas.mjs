/** The settings that the page's plugins have: the schemas of their packages, and ours. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../ensure.mjs'
import { setDefaults, setRanks } from './defaults.mjs'
import { oneMenu } from './one-menu.mjs'

/**
 * Schemas by plugin, in the form of `lab/api/settings`: `{ id, schema, version }`.
 *
 * @param inputs paths of all files in the page's bundle
 */
export function schemas(inputs) {
  const folders = new Set(
    inputs
      .map((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
      .filter((each) => each !== undefined),
  )
  const settings = [...folders].sort().flatMap((folder) => schemasOf(join(root, folder)))
  oneMenu(settings)
  setDefaults(settings)
  setRanks(settings)
  return settings
}

function schemasOf(folder) {
  const { name, version, jupyterlab } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const where = join(folder, jupyterlab?.schemaDir ?? 'schema')
  if (jupyterlab?.schemaDir === undefined || !existsSync(where)) return []
  return readdirSync(where)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      id: `${name}:${file.slice(0, -'.json'.length)}`,
      schema: JSON.parse(readFileSync(join(where, file), 'utf8')),
      version,
    }))
}
