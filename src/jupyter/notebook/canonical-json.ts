import type { JsonValue } from './notebook.js'

/** JSON with sorted keys and one space of indentation: one text for each value. Members that are undefined are left out. */
export function canonicalJson(value: JsonValue, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent} `
  if (isList(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => inner + canonicalJson(item, inner)).join(',\n')}\n${indent}]`
  }
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : [`${inner}${JSON.stringify(key)}: ${canonicalJson(member, inner)}`]
    })
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}
