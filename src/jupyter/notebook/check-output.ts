import { fail, field } from './field.js'
import { isJsonMediaType } from './media-type.js'
import type { JsonObject, JsonValue, MimeBundle, Output } from './notebook.js'

/**
 * One output of a code cell.
 *
 * @throws FieldError naming the place and what was expected
 */
export function checkOutput(value: unknown, where: string): Output {
  const output = field.object(value, where)
  switch (output['output_type']) {
    case 'stream':
      field.only(output, ['output_type', 'name', 'text'], where)
      return {
        output_type: 'stream',
        name: field.string(output['name'], `${where}.name`),
        text: field.lines(output['text'], `${where}.text`),
      }
    case 'display_data':
      field.only(output, ['output_type', 'data', 'metadata'], where)
      return { output_type: 'display_data', ...dataOf(output, where) }
    case 'execute_result':
      field.only(output, ['output_type', 'data', 'metadata', 'execution_count'], where)
      return {
        output_type: 'execute_result',
        execution_count: field.count(output['execution_count'], `${where}.execution_count`),
        ...dataOf(output, where),
      }
    case 'error':
      field.only(output, ['output_type', 'ename', 'evalue', 'traceback'], where)
      return {
        output_type: 'error',
        ename: field.string(output['ename'], `${where}.ename`),
        evalue: field.string(output['evalue'], `${where}.evalue`),
        traceback: field
          .list(output['traceback'], `${where}.traceback`)
          .map((line, i) => field.string(line, `${where}.traceback[${i}]`)),
      }
    default:
      return fail(
        `${where}.output_type`,
        '"stream", "display_data", "execute_result" or "error"',
        output['output_type'],
      )
  }
}

function dataOf(output: JsonObject, where: string): { data: MimeBundle; metadata: JsonObject } {
  return {
    data: checkMimeBundle(output['data'], `${where}.data`),
    metadata: field.object(output['metadata'], `${where}.metadata`),
  }
}

/** Text by media type; any JSON where the media type says JSON. */
export function checkMimeBundle(value: unknown, where: string): MimeBundle {
  const entries = Object.entries(field.object(value, where)).map(([type, data]): [string, JsonValue] => [
    type,
    isJsonMediaType(type) ? (data ?? null) : field.lines(data, `${where}["${type}"]`),
  ])
  return Object.fromEntries(entries)
}
