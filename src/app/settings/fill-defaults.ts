import type { JSONValue, PartialJSONObject, PartialJSONValue } from '@lumino/coreutils'
import { JSONExt } from '@lumino/coreutils'

/**
 * The user's values with the schema's defaults where there is none, as Ajv's `useDefaults` fills them: in
 * `properties` and `items`, through `$ref`, and not below `anyOf` and its like.
 *
 * @param root the whole schema, where `$ref` looks
 */
export function fillDefaults(
  value: PartialJSONValue | undefined,
  schema: PartialJSONObject,
  root: PartialJSONObject = schema,
): PartialJSONValue | undefined {
  const own = resolve(schema, root)
  if (isObject(value)) {
    const filled: PartialJSONObject = { ...value }
    for (const [key, each] of Object.entries(objectAt(own, 'properties'))) {
      if (!isObject(each)) continue
      const before = filled[key] ?? defaultOf(each, root)
      if (before !== undefined) filled[key] = fillDefaults(before, each, root)
    }
    return filled
  }
  const items = own['items']
  if (Array.isArray(value) && isObject(items)) {
    // Elements of JSON are never undefined, so neither is what they are filled to.
    return value.map((each) => fillDefaults(each, items, root) as PartialJSONValue)
  }
  return value
}

function defaultOf(schema: PartialJSONObject, root: PartialJSONObject): PartialJSONValue | undefined {
  const { default: value = resolve(schema, root)['default'] } = schema
  // Copied, for the schema is shared by all who read the settings. Schemas are JSON, so their parts are.
  return value === undefined ? undefined : JSONExt.deepCopy(value as JSONValue)
}

/** Follows `#/definitions/name`, the only kind of reference in settings schemas. */
function resolve(schema: PartialJSONObject, root: PartialJSONObject): PartialJSONObject {
  const reference = schema['$ref']
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return schema
  let found: PartialJSONValue | undefined = root
  for (const part of reference.slice(2).split('/')) found = isObject(found) ? found[part] : undefined
  return isObject(found) ? found : {}
}

function objectAt(object: PartialJSONObject, key: string): PartialJSONObject {
  const value = object[key]
  return isObject(value) ? value : {}
}

function isObject(value: PartialJSONValue | undefined): value is PartialJSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
