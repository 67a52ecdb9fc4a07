import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PluginSchema } from '../settings/plugin-schema.js'

/** The schemas of the page's settings, read once from what the build made. */
export function pluginSchemas(app: string): () => Promise<readonly PluginSchema[]> {
  let schemas: Promise<readonly PluginSchema[]> | undefined
  return () => {
    schemas ??= readFile(join(app, 'settings.json'), 'utf8').then(
      // Our own build wrote it.
      (text) => JSON.parse(text) as readonly PluginSchema[],
      () => [],
    )
    return schemas
  }
}
