import { createRequire } from 'node:module'
import { builtFile } from '../built/built-file.js'
import type { Notebook } from './notebook.js'

interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null
}

let validate: Validate | undefined

/**
 * Where a notebook breaks nbformat's published JSON schema for 4.5, and how; undefined when it does not. The schema is
 * compiled into a function by the build, and loaded when it is first asked.
 *
 * @see https://github.com/jupyter/nbformat
 */
export function schemaProblem(notebook: Notebook): string | undefined {
  // `build/notebook-schema.mjs` has ajv write what has this form.
  validate ??= createRequire(import.meta.url)(builtFile('kernel/notebook-schema.cjs')) as Validate
  if (validate(notebook)) return undefined
  // A cell is tried as each kind of cell; the error that lies deepest is the one of its own kind.
  const [deepest] = [...(validate.errors ?? [])].sort((a, b) => depth(b) - depth(a))
  if (deepest === undefined) return 'It does not fit the schema of notebooks.'
  return `${placeOf(deepest.instancePath)} ${deepest.message ?? 'is wrong'} (by the schema of nbformat 4.5).`
}

function depth({ instancePath }: { readonly instancePath: string }): number {
  return instancePath.split('/').length
}

/** `/cells/3/metadata/tags`, a JSON pointer, as `cells[3].metadata.tags`. */
function placeOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key, i) => (/^\d+$/.test(key) ? `[${key}]` : i === 0 ? key : `.${key}`))
    .join('')
}
