import { Ajv, type ValidateFunction } from 'ajv'
import JSON5 from 'json5'
import { HttpError } from '../http-error.js'
import type { PluginSchema } from './plugin-schema.js'

const validators = new WeakMap<PluginSchema, ValidateFunction>()

/**
 * The values in a person's settings, which are JSON5, checked against the plugin's schema.
 *
 * @throws HttpError 400 saying what does not fit
 */
export function checkSettings(raw: string, plugin: PluginSchema): unknown {
  const refuse = (why: string) =>
    new HttpError(400, `The settings of ${plugin.id} are not saved: ${why}`, 'Failed validating settings')
  let value: unknown
  try {
    value = raw.trim() === '' ? {} : JSON5.parse(raw)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message.replace(/^JSON5: /, '') : String(error))
  }
  const validate = validatorOf(plugin)
  if (validate(value)) return value
  const [first] = validate.errors ?? []
  throw refuse(`${first?.instancePath || 'they'} ${first?.message ?? 'do not fit the schema'}.`)
}

function validatorOf(plugin: PluginSchema): ValidateFunction {
  const known = validators.get(plugin)
  if (known !== undefined) return known
  // JupyterLab's schemas hold keywords of its own, which say how a setting is shown.
  const made = new Ajv({ strict: false, validateFormats: false }).compile(plugin.schema)
  validators.set(plugin, made)
  return made
}
