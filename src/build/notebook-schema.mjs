/** Compiles the published schema of notebooks into a function, so that no command has to do it when it starts. */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensure.mjs'

const folder = join(root, 'src', 'jupyter', 'notebook', 'schema')

/** Writes `kernel/notebook-schema.cjs`, which exports `(notebook) => boolean` with `errors`, as ajv does. */
export async function buildNotebookSchema(bundle, next, shared) {
  const { default: Ajv } = await import('ajv')
  const { default: standalone } = await import('ajv/dist/standalone/index.js')
  // Draft 4, which ajv has no name for; what the schema uses of it means the same in draft 7.
  const { $schema: _, ...schema } = JSON.parse(
    readFileSync(join(folder, 'nbformat.v4.5.schema.json'), 'utf8'),
  )
  const ajv = new Ajv({ code: { source: true }, strict: false, ownProperties: true })
  const made = await bundle({
    ...shared,
    minify: true,
    platform: 'node',
    format: 'cjs',
    stdin: { contents: standalone(ajv, ajv.compile(schema)), resolveDir: root },
    outfile: join(next, 'kernel', 'notebook-schema.cjs'),
  })
  cpSync(join(folder, 'NOTICE.md'), join(next, 'kernel', 'notebook-schema.NOTICE.md'))
  return made
}
