import type { Message } from '../message/message.js'
import { isObject } from '../notebook/is-object.js'
import type { JsonObject, JsonValue, MimeBundle, Output } from '../notebook/notebook.js'

/**
 * An iopub message as the output of a cell, undefined when it is none. What a kernel leaves out or gets wrong
 * becomes empty, so that the cell keeps its other outputs.
 */
export function outputOfMessage({
  header,
  content,
}: Pick<Message, 'header' | 'content'>): Output | undefined {
  switch (header.msg_type) {
    case 'stream':
      return { output_type: 'stream', name: text(content['name']) || 'stdout', text: text(content['text']) }
    case 'display_data':
    case 'update_display_data':
      return { output_type: 'display_data', ...dataOf(content) }
    case 'execute_result':
      return {
        output_type: 'execute_result',
        execution_count: typeof content['execution_count'] === 'number' ? content['execution_count'] : null,
        ...dataOf(content),
      }
    case 'error':
      return {
        output_type: 'error',
        ename: text(content['ename']),
        evalue: text(content['evalue']),
        traceback: list(content['traceback']).map(text),
      }
    default:
      return undefined
  }
}

/** The id by which a later `update_display_data` means this display. */
export function displayIdOf({ content }: Pick<Message, 'content'>): string | undefined {
  return text(object(content['transient'])['display_id']) || undefined
}

function dataOf(content: JsonObject): { data: MimeBundle; metadata: JsonObject } {
  const data = Object.entries(object(content['data'])).flatMap(([type, value]) =>
    value === undefined ? [] : [[type, value] as const],
  )
  return { data: Object.fromEntries(data), metadata: object(content['metadata']) }
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  // An array that is a JsonValue is a list of JsonValues.
  return Array.isArray(value) ? (value as readonly JsonValue[]) : []
}

function object(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {}
}
