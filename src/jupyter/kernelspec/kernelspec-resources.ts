import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kernelspec } from './kernelspecs.js'

/** Names of the files that a client may ask for: the kernel's own script and style, and its logos. */
const offered = /^(kernel\.(js|css)|logo-[\w.-]+)$/

/**
 * The files beside a kernel's `kernel.json` that clients may load, by the keys of Jupyter's REST API: logos without
 * their ending (`logo-64x64`), `kernel.js` and `kernel.css` in full. None for a kernel without a folder.
 */
export async function kernelspecResources({
  resource_dir: folder,
}: Pick<Kernelspec, 'resource_dir'>): Promise<Readonly<Record<string, string>>> {
  if (folder === undefined) return {}
  const names = await readdir(folder).catch(() => [])
  return Object.fromEntries(
    names
      .filter((name) => offered.test(name))
      .sort()
      .map((name) => [name.startsWith('logo-') ? name.replace(/\.[^.]*$/, '') : name, name]),
  )
}

/**
 * The bytes of one of those files; undefined when there is none of that name. Nothing outside the kernel's folder is
 * read, whatever `name` is and wherever a symbolic link leads.
 */
export async function readKernelspecResource(
  { resource_dir: folder }: Pick<Kernelspec, 'resource_dir'>,
  name: string,
): Promise<Uint8Array | undefined> {
  if (folder === undefined || !offered.test(name)) return undefined
  try {
    const file = await realpath(join(folder, name))
    if (dirname(file) !== (await realpath(folder)) || !(await stat(file)).isFile()) return undefined
    return await readFile(file)
  } catch {
    return undefined
  }
}
