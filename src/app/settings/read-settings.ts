import type { ISchemaValidator, ISettingRegistry } from '@jupyterlab/settingregistry'
import type { JSONObject, PartialJSONObject } from '@lumino/coreutils'
import JSON5 from 'json5'
import { fillDefaults } from './fill-defaults.js'

/**
 * Reads a plugin's settings without checking them against their schema: the server did that when they were saved, and
 * compiling a check for each schema is a third of a second of every visit.
 */
export const readSettings: ISchemaValidator = {
  validateData(plugin, populate = true) {
    try {
      const user = parse(plugin.raw)
      // What is filled from an object is an object, and it holds JSON alone.
      const composite = fillDefaults(user, plugin.schema) as JSONObject
      if (populate) plugin.data = { composite, user }
      return null
    } catch (error) {
      return [{ keyword: 'syntax', message: messageOf(error), schemaPath: '', instancePath: '' }]
    }
  },
}

function parse(raw: ISettingRegistry.IPlugin['raw']): JSONObject {
  const user: unknown = raw.trim() === '{}' ? {} : JSON5.parse(raw)
  if (typeof user !== 'object' || user === null || Array.isArray(user))
    throw new TypeError(`Settings are an object such as { "key": value }, and here came ${raw.slice(0, 40)}.`)
  // JSON5 gives JSON's values, and Infinity and NaN, which no schema of a setting lets through.
  return user as JSONObject & PartialJSONObject
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
