import fc from 'fast-check'
import type { Cell, JsonValue, MimeBundle, Notebook, Output } from '../../../src/jupyter/notebook/notebook.js'

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '𝜎', '"', '\\', '\n', '\r\n', '\r', '\u2028', '\t', ' '),
})
const json: fc.Arbitrary<JsonValue> = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  // As JSON has it: without −0. What JSON.parse gives is a JsonValue.
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)
const metadata = fc
  .record({
    free: fc.dictionary(fc.constantFrom('b', 'a', '10', '9', '__proto__'), json, { maxKeys: 3 }),
    tags: fc.option(fc.uniqueArray(fc.stringMatching(/^[^,]+$/), { maxLength: 3 })),
  })
  .map(({ free, tags }) => (tags === null ? free : { ...free, tags }))

const bundle: fc.Arbitrary<MimeBundle> = fc
  .record(
    {
      'text/plain': text,
      'text/html': text,
      'image/svg+xml': text,
      'image/png': fc.base64String(),
      'application/json': json,
      'application/vnd.plotly.v1+json': json,
    },
    { requiredKeys: [] },
  )
  .map((each) => ({ ...each }))

const output: fc.Arbitrary<Output> = fc.oneof(
  fc.record({ output_type: fc.constant('stream' as const), name: fc.constantFrom('stdout', 'stderr'), text }),
  fc.record({ output_type: fc.constant('display_data' as const), data: bundle, metadata }),
  fc.record({
    output_type: fc.constant('execute_result' as const),
    data: bundle,
    metadata,
    execution_count: fc.option(fc.nat()),
  }),
  fc.record({
    output_type: fc.constant('error' as const),
    ename: text,
    evalue: text,
    traceback: fc.array(text, { maxLength: 3 }),
  }),
)

const id = fc.stringMatching(/^[a-zA-Z0-9_-]{1,64}$/)
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({
    cell_type: fc.constant('code' as const),
    id,
    metadata,
    source: text,
    execution_count: fc.option(fc.nat()),
    outputs: fc.array(output, { maxLength: 3 }),
  }),
  fc.record({ cell_type: fc.constant('markdown' as const), id, metadata, source: text }),
  fc.record({
    cell_type: fc.constant('raw' as const),
    id,
    metadata,
    source: text,
    attachments: fc.dictionary(fc.constantFrom('a.png', 'b.png'), bundle),
  }),
)

/** Any notebook, with what the format allows and files seldom hold. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc.record({
  nbformat: fc.constant(4 as const),
  nbformat_minor: fc.constant(5 as const),
  metadata,
  cells: fc.uniqueArray(cell, { selector: (each) => each.id, maxLength: 5 }),
})
