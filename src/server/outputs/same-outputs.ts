import { canonicalJson } from '../../jupyter/notebook/canonical-json.js'
import { isObject } from '../../jupyter/notebook/is-object.js'
import type { JsonObject, JsonValue, Output } from '../../jupyter/notebook/notebook.js'
import { isLabel } from '../../jupyter/outputs/is-label.js'
import { joined } from './notebook-cells.js'
import { overwrittenText } from './overwritten-text.js'

/** Whether a cell of a file has these outputs, however it breaks texts into lines; a label of ours above them or not. */
export function sameOutputs(inFile: JsonValue | undefined, outputs: readonly Output[]): boolean {
  if (!Array.isArray(inFile)) return false
  const own = isLabel(inFile[0]) ? inFile.slice(1) : inFile
  return own.length === outputs.length && outputs.every((output, i) => key(own[i]) === key(output))
}

function key(output: JsonValue | Output | undefined): string {
  // Every output is an object of JSON values.
  const value = output as JsonValue | undefined
  if (!isObject(value)) return ''
  const { output_type, name, text, data, ename, evalue, traceback } = value
  return canonicalJson({
    output_type: output_type ?? null,
    name: name ?? null,
    text: overwrittenText(joined(text)),
    data: isObject(data) ? wholeTexts(data) : null,
    ename: ename ?? null,
    evalue: evalue ?? null,
    traceback: traceback ?? null,
  })
}

function wholeTexts(data: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [
      type,
      Array.isArray(value) && !/json$/.test(type) ? joined(value) : value,
    ]),
  )
}
