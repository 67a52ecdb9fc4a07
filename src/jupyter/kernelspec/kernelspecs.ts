import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { builtFile } from '../built/built-file.js'
import { KernelError } from '../kernel/kernel-error.js'
import { FieldError, field } from '../notebook/field.js'
import type { JsonObject } from '../notebook/notebook.js'
import { jupyterDataPaths } from './jupyter-paths.js'

/** How to start a kernel: Jupyter's `kernel.json` with its defaults filled in. */
export interface Kernelspec {
  readonly name: string
  readonly display_name: string
  readonly language: string
  /** The command; `{connection_file}` and `{resource_dir}` stand for what they say. */
  readonly argv: readonly string[]
  readonly interrupt_mode: 'signal' | 'message'
  readonly env: Readonly<Record<string, string>>
  readonly metadata: JsonObject
  /** The folder of `kernel.json`, with the kernel's logos; absent for the built-in one. */
  readonly resource_dir?: string
}

/**
 * tslab as it is installed beside us, mended by our launcher, so that nothing has to be registered with Jupyter.
 *
 * @throws KernelError when tslab or our build is missing
 */
export function tslabKernelspec(): Kernelspec {
  return {
    name: 'tslab',
    display_name: 'TypeScript',
    language: 'typescript',
    argv: [process.execPath, launcher(), tslabFolder(), '{connection_file}'],
    interrupt_mode: 'signal',
    env: {},
    metadata: {},
  }
}

function launcher(): string {
  try {
    return builtFile('kernel/tslab-launcher.cjs')
  } catch (error) {
    throw new KernelError(error instanceof Error ? error.message : String(error))
  }
}

/** @throws KernelError when tslab is not installed */
export function tslabFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('tslab/package.json'))
  } catch {
    throw new KernelError(
      'The package tslab, the kernel for TypeScript, is not installed. Install: npm install',
    )
  }
}

/**
 * The kernels registered with Jupyter; of two with one name the first on Jupyter's path. `problems` tells, for a
 * person, of kernel.json files that could not be used.
 */
export async function registeredKernelspecs(
  dataPaths: readonly string[] = jupyterDataPaths(),
): Promise<{ kernelspecs: Kernelspec[]; problems: string[] }> {
  const kernelspecs = new Map<string, Kernelspec>()
  const problems: string[] = []
  for (const folder of dataPaths.map((path) => join(path, 'kernels'))) {
    for (const entry of await readdir(folder).catch(() => [])) {
      const name = entry.toLowerCase()
      if (!/^[a-z0-9._-]+$/.test(name) || kernelspecs.has(name)) continue
      const file = join(folder, entry, 'kernel.json')
      const text = await readFile(file, 'utf8').catch(() => undefined)
      if (text === undefined) continue
      try {
        kernelspecs.set(name, parseKernelspec(text, name, join(folder, entry)))
      } catch (error) {
        problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return { kernelspecs: [...kernelspecs.values()], problems }
}

function parseKernelspec(text: string, name: string, resource_dir: string): Kernelspec {
  const spec = field.object(JSON.parse(text), '')
  const argv = field.list(spec['argv'], 'argv').map((part, i) => field.string(part, `argv[${i}]`))
  if (argv.length === 0) throw new FieldError('argv is empty; expected a command.')
  const env = Object.entries(field.object(spec['env'] ?? {}, 'env'))
  return {
    name,
    argv,
    display_name: field.string(spec['display_name'], 'display_name'),
    language: field.string(spec['language'] ?? '', 'language'),
    interrupt_mode: spec['interrupt_mode'] === 'message' ? 'message' : 'signal',
    env: Object.fromEntries(env.map(([key, value]) => [key, field.string(value, `env.${key}`)])),
    metadata: field.object(spec['metadata'] ?? {}, 'metadata'),
    resource_dir,
  }
}

/**
 * The kernel of that name; tslab without one.
 *
 * @throws KernelError naming the kernels that there are
 */
export async function findKernelspec(name = 'tslab'): Promise<Kernelspec> {
  if (name === 'tslab') return tslabKernelspec()
  const { kernelspecs } = await registeredKernelspecs()
  const found = kernelspecs.find((kernelspec) => kernelspec.name === name.toLowerCase())
  if (found !== undefined) return found
  const names = ['tslab', ...kernelspecs.map((kernelspec) => kernelspec.name)]
  throw new KernelError(`There is no kernel '${name}'. Kernels here: ${names.join(', ')}.`)
}
